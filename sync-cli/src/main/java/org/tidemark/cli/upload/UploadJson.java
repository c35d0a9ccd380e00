package org.tidemark.cli.upload;

import org.tidemark.cli.print.Members;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.ProblemJson;
import org.tidemark.client.upload.UploadItem;
import org.tidemark.core.json.Json;

/** An upload for machines. */
final class UploadJson {

  private UploadJson() {}

  static Json of(UploadItem item) {
    Problem problem = item.problem();
    return Members.of(item.record())
        .text("uploadId", item.id())
        .text("field", item.field())
        .text("fileName", item.file().name())
        .text("contentType", item.file().contentType())
        .number("size", item.file().sizeBytes())
        .text("sha256", item.file().sha256())
        .text("state", item.state())
        .number("sentBytes", item.sentBytes())
        .time("addedAt", item.addedAt())
        .number("attempts", item.attempts())
        .time("nextAttempt", item.nextAttempt())
        .text("url", item.url())
        .json("problem", problem == null ? null : ProblemJson.write(problem))
        .build();
  }
}
