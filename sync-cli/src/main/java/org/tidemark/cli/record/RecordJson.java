package org.tidemark.cli.record;

import org.tidemark.cli.print.Members;
import org.tidemark.client.record.Preview;
import org.tidemark.client.record.RecordView;
import org.tidemark.core.json.JsonObject;

/** A record for machines. */
final class RecordJson {

  private RecordJson() {}

  static JsonObject of(RecordView view) {
    Preview preview = view.preview();
    return Members.of(view.key())
        .document("data", view.data())
        .time("updatedAt", view.updatedAt())
        .number("version", view.version())
        .text("status", view.status())
        .json("preview", preview == null ? null : of(preview))
        .build();
  }

  private static JsonObject of(Preview preview) {
    return new Members().text("status", preview.status()).document("data", preview.data()).build();
  }
}
