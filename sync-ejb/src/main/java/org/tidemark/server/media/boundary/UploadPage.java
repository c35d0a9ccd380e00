package org.tidemark.server.media.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of uploads, newest first.
 *
 * @param next the place to go on from; null: this is the last page
 */
public record UploadPage(List<UploadLine> uploads, @Nullable String next) {
  public static final UploadPage EMPTY = new UploadPage(List.of(), null);

  public UploadPage {
    uploads = List.copyOf(uploads);
  }
}
