package org.tidemark.client.transport.media;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An upload that the server expects; {@code parts} has an address for each, or for the first. */
public record UploadTicket(
    String uploadId, UploadPhase phase, long partSizeBytes, List<PartUrl> parts) {

  public UploadTicket {
    parts = Collections.unmodifiableList(new ArrayList<>(parts));
  }
}
