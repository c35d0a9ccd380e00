package org.tidemark.app.outbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tidemark.app.http.Call;
import org.tidemark.app.http.Members;
import org.tidemark.app.http.Refused;
import org.tidemark.app.http.Reply;
import org.tidemark.app.http.Routes;
import org.tidemark.app.status.Reports;
import org.tidemark.app.value.Shown;
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

  private static final int MOST = 100;

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
    List<OutboxItem> pending = client.outbox().pending();
    List<OutboxItem> parked = client.outbox().parked();
    return new Members()
        .list("pending", pending.subList(0, Math.min(MOST, pending.size())), OutboxPages::json)
        .number("pendingCount", pending.size())
        .list("parked", parked.subList(0, Math.min(MOST, parked.size())), OutboxPages::json)
        .number("parkedCount", parked.size())
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
    return Reply.json(all());
  }

  private Reply dismiss(Call call) throws IOException {
    call.body();
    if (!client.outbox().dismiss(find(call).id())) {
      throw new Refused(409, "NOT_NOW", "This change is not waiting for you any more.");
    }
    return Reply.json(all());
  }

  private Reply report(Call call) throws IOException {
    boolean withContents =
        call.body().get("withContents") instanceof JsonBoolean flag && flag.value();
    Path file = client.outbox().report(find(call).id(), Reports.folder(settings), withContents);
    return Reply.json(new Members().text("file", file).build());
  }
}
