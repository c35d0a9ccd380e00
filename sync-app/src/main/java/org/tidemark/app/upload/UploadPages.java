package org.tidemark.app.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.tidemark.app.http.Call;
import org.tidemark.app.http.Members;
import org.tidemark.app.http.Refused;
import org.tidemark.app.http.Reply;
import org.tidemark.app.http.Routes;
import org.tidemark.app.record.Keys;
import org.tidemark.client.SyncClient;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.ProblemJson;
import org.tidemark.client.settings.ClientSettings;
import org.tidemark.client.upload.Attachment;
import org.tidemark.client.upload.UploadItem;
import org.tidemark.client.upload.Uploads;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.record.RecordKey;

/** Takes files from pages, and shows how they get on. */
public final class UploadPages {

  private static final int USUAL_PAGE = 50;
  private static final int MOST_PAGE = 200;
  private static final int MOST_NAME = 255;

  private final SyncClient client;
  private final Uploads uploads;
  private final Incoming incoming;

  public UploadPages(SyncClient client, ClientSettings settings) {
    this.client = client;
    this.uploads = client.uploads();
    Path database = settings.database();
    this.incoming =
        new Incoming(
            database.resolveSibling(database.getFileName() + ".incoming"),
            settings.uploads().mostFileBytes());
  }

  public void add(Routes routes) {
    routes
        .get("/api/uploads", this::list)
        .get("/api/upload", call -> Reply.json(json(find(call))))
        .post("/api/uploads", this::attach)
        .post("/api/upload/pause", call -> tend(call, uploads::pause))
        .post("/api/upload/resume", call -> tend(call, uploads::resume))
        .post("/api/upload/cancel", call -> tend(call, uploads::cancel))
        .post("/api/upload/retry", call -> tend(call, uploads::retry))
        .post("/api/upload/dismiss", call -> tend(call, uploads::dismiss));
  }

  /** The newest ones, or those of a record where one is named. */
  private Reply list(Call call) {
    int limit = call.limit(USUAL_PAGE, MOST_PAGE);
    List<UploadItem> found =
        call.parameter("id") == null
            ? uploads.latest(call.parameter("before"), limit + 1)
            : uploads.of(Keys.key(call), limit);
    return Reply.json(new Members().page(found, limit, UploadPages::json, UploadItem::id).build());
  }

  private static JsonObject json(UploadItem item) {
    Problem problem = item.problem();
    return Members.of(item.record())
        .text("upload", item.id())
        .text("field", item.field())
        .text("file", item.file().name())
        .number("sizeBytes", item.file().sizeBytes())
        .number("sentBytes", item.sentBytes())
        .text("state", item.state())
        .number("attempts", item.attempts())
        .time("nextAttempt", item.nextAttempt())
        .time("addedAt", item.addedAt())
        .json("problem", problem == null ? null : ProblemJson.write(problem))
        .build();
  }

  /** Takes the body as a file for a field of a record. */
  private Reply attach(Call call) throws IOException {
    RecordKey key = Keys.key(call);
    String field = call.required("field");
    String name = call.required("name");
    if (name.length() > MOST_NAME) {
      throw Refused.invalid("name", "must have at most " + MOST_NAME + " characters");
    }
    if (client.collection(key.space(), key.type()).get(key.id().value()).isEmpty()) {
      throw Refused.unknown("record");
    }
    Path file = incoming.receive(call.content());
    try {
      String id =
          uploads.enqueue(
              file,
              Attachment.to(key.type().value(), key.id().value(), field)
                  .in(key.space())
                  .named(name));
      return Reply.json(new Members().text("upload", id).build());
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private UploadItem find(Call call) {
    return uploads.find(call.required("upload")).orElseThrow(() -> Refused.unknown("upload"));
  }

  private Reply tend(Call call, Predicate<String> deed) throws IOException {
    call.body();
    if (!deed.test(find(call).id())) {
      throw new Refused(409, "NOT_NOW", "This file has got further meanwhile; look again.");
    }
    return Reply.json(JsonObject.EMPTY);
  }
}
