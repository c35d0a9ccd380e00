package org.tidemark.console.review;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.media.Serving;
import org.tidemark.server.media.boundary.ShownMedia;
import org.tidemark.server.media.boundary.StoredMedia;

/**
 * A file that a field names, as a page shows it.
 *
 * @param choice the side whose value names it
 * @param image whether a browser shows it as a picture
 * @param url null: the file is not there
 */
public record Picture(
    Choice choice, String name, String type, long sizeBytes, boolean image, @Nullable String url)
    implements Serializable {

  static Picture of(Choice choice, ShownMedia shown) {
    StoredMedia media = shown.media();
    if (media == null || shown.url() == null) {
      return new Picture(choice, shown.id().value(), "", 0, false, null);
    }
    return new Picture(
        choice,
        media.fileName().value(),
        media.contentType().value(),
        media.sizeBytes(),
        media.contentType().family().equals("image") && Serving.isInline(media.contentType()),
        shown.url().toString());
  }
}
