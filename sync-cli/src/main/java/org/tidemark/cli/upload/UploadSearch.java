package org.tidemark.cli.upload;

import java.util.stream.Stream;
import org.tidemark.cli.session.Pages;
import org.tidemark.cli.session.Prefix;
import org.tidemark.client.upload.UploadItem;
import org.tidemark.client.upload.Uploads;

/** Finds the uploads that a person means. */
final class UploadSearch {

  private UploadSearch() {}

  /** The one that is named by its id or the beginning of that. */
  static UploadItem one(Uploads uploads, String name) {
    return Prefix.only(newestFirst(uploads), UploadItem::id, name, "upload");
  }

  static Stream<UploadItem> newestFirst(Uploads uploads) {
    return Pages.all((before, limit) -> uploads.latest(before == null ? null : before.id(), limit));
  }
}
