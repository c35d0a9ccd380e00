package org.tidemark.client.transport.media;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server has of an upload; {@code media} once it is a file. */
public record UploadReport(UploadPhase phase, List<SentPart> parts, @Nullable MediaAnswer media) {

  public UploadReport {
    parts = Collections.unmodifiableList(new ArrayList<>(parts));
  }
}
