package org.tidemark.app.outbox;

import java.io.IOException;
import java.nio.file.Path;
import org.tidemark.app.http.Call;
import org.tidemark.app.http.Members;
import org.tidemark.app.http.Refused;
import org.tidemark.app.http.Reply;
import org.tidemark.app.http.Routes;
import org.tidemark.app.status.Reports;
import org.tidemark.app.value.Shown;
import org.tidemark.client.Status;
import org.tidemark.client.SyncClient;
import org.tidemark.client.outbox.OutboxItem;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.ProblemJson;
import org.tidemark.client.settings.ClientSettings;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonBoolean;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.record.MutationId;

/** Shows what waits to be sent and what was refused, and does what a person wants of it. */
public final class OutboxPages {

  /** Of each kind. What is dealt with leaves the list, so that the next ones come up. */
  private static final int MOST = 50;

  private final SyncClient client;
  private final ClientSettings settings;

  public OutboxPages(SyncClient client, ClientSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  public void add(Routes routes) {
    routes
        .get("/api/outbox", call -> Reply.json(all()))
        .post("/api/outbox/retry", this::retry)
        .post("/api/outbox/dismiss", this::dismiss)
        .post("/api/outbox/report", this::report);
  }

  private JsonObject all() {
    Status status = client.status();
    return new Members()
        .list("pending", client.outbox().pending(null, MOST), OutboxPages::json)
        .number("pendingCount", status.pending())
        .list("parked", client.outbox().parked(null, MOST), OutboxPages::json)
        .number("parkedCount", status.parked())
        .time("nextAttempt", client.outbox().nextAttempt().orElse(null))
        .build();
  }

  private static JsonObject json(OutboxItem item) {
    Problem problem = item.problem();
    Document data = item.data();
    return Members.of(item.key())
        .text("mutation", item.id())
        .text("kind", item.kind())
        .text("title", data == null ? null : Shown.title(data.json()))
        .text("state", item.state())
        .time("editedAt", item.editedAt())
        .number("attempts", item.attempts())
        .time("nextAttempt", item.nextAttempt())
        .json("problem", problem == null ? null : ProblemJson.write(problem))
        .build();
  }

  private OutboxItem find(Call call) {
    String text = call.required("mutation");
    return client
        .outbox()
        .find(new MutationId(text))
        .orElseThrow(() -> Refused.unknown("change waiting"));
  }

  private Reply retry(Call call) throws IOException {
    call.body();
    if (!client.outbox().retry(find(call).id())) {
      throw new Refused(
          409, "NOT_NOW", "An edit of the same record is under way. Try again in a moment.");
    }
    return Reply.json(JsonObject.EMPTY);
  }

  private Reply dismiss(Call call) throws IOException {
    call.body();
    if (!client.outbox().dismiss(find(call).id())) {
      throw new Refused(409, "NOT_NOW", "This change is not waiting for you any more.");
    }
    return Reply.json(JsonObject.EMPTY);
  }

  private Reply report(Call call) throws IOException {
    boolean withContents =
        call.body().get("withContents") instanceof JsonBoolean flag && flag.value();
    Path file = client.outbox().report(find(call).id(), Reports.folder(settings), withContents);
    return Reply.json(new Members().text("file", file).build());
  }
}
