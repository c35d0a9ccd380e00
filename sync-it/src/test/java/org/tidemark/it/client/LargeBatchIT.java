package org.tidemark.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.SyncOutcome;
import org.tidemark.client.conflict.Choice;
import org.tidemark.client.conflict.ConflictView;
import org.tidemark.client.conflict.ResolveResult;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.it.client.ProxiedRequest.Kind;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** Ten thousand edits made offline, five hundred of them in conflict: all are accounted for. */
@ExtendWith(WithServer.class)
class LargeBatchIT {

  private static final int EDITS = 10_000;
  private static final int CONFLICTS = 500;

  private final TestServer server;
  private Team team;

  LargeBatchIT(TestServer server) {
    this.server = server;
  }

  @BeforeEach
  void meet(@TempDir Path folder) {
    team = new Team(server, folder);
  }

  @AfterEach
  void part() throws Exception {
    team.close();
  }

  @Test
  void tenThousandEdits_fiveHundredInConflict_allAreAccountedFor() {
    UnreliableProxy network = team.network();
    Phone phone = team.members(network, usual -> usual);
    prepareClashes(phone);
    phone.of("invoice").putAll(invoices(3));
    phone.of("task").putAll(tasks());
    assertThat(phone.client().outbox().count()).isEqualTo(EDITS);
    network.order(Kind.PUSH, new Fault.None(), new Fault.LostAnswer(), new Fault.CutAnswer(5_000));
    int answered = 0;
    SyncOutcome outcome;
    do {
      phone.skipToNextAttempt();
      outcome = phone.client().syncNow();
      answered += outcome.answered();
    } while (outcome.waiting() > 0);

    assertThat(outcome.problem()).isNull();
    assertThat(answered).isEqualTo(EDITS);
    assertThat(phone.client().status().parked()).isZero();
    assertThat(phone.client().conflicts().count()).isEqualTo(CONFLICTS);
    assertThat(openConflicts()).isEqualTo(CONFLICTS);
    assertThat(records("task", 1)).as("each task once").isEqualTo(EDITS - CONFLICTS);
    assertThat(records("invoice", 2)).as("no invoice is overwritten").isEqualTo(CONFLICTS);
    assertThat(receipts(phone)).as("each edit is answered once").isEqualTo(EDITS + CONFLICTS);

    decideAll(phone);
    assertThat(openConflicts()).isZero();
    assertThat(records("invoice", 3)).isEqualTo(CONFLICTS);
    Phone tablet = team.owners();
    tablet.sync();
    assertThat(tablet.of("task").count()).isEqualTo(EDITS - CONFLICTS);
    assertThat(tablet.text("invoice", "i0")).isEqualTo("{\"n\":3}");
  }

  /** The phone knows invoices that another has changed since. */
  private void prepareClashes(Phone phone) {
    phone.of("invoice").putAll(invoices(1));
    phone.settle();
    Phone other = team.owners();
    other.sync();
    other.of("invoice").putAll(invoices(2));
    other.settle();
  }

  private static void decideAll(Phone phone) {
    List<String> ids = phone.client().conflicts().open().stream().map(ConflictView::id).toList();
    assertThat(phone.client().conflicts().resolveAll(ids, Choice.keepLocal()).values())
        .allMatch(result -> result instanceof ResolveResult.Queued);
    phone.settle();
    assertThat(phone.client().status().conflicts()).isZero();
  }

  private static Map<String, JsonObject> invoices(int n) {
    return objects("i", CONFLICTS, n);
  }

  private static Map<String, JsonObject> tasks() {
    return objects("t", EDITS - CONFLICTS, 1);
  }

  private static Map<String, JsonObject> objects(String stem, int count, int n) {
    Map<String, JsonObject> objects = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      objects.put(stem + i, new JsonObject(new TreeMap<>(Map.of("n", JsonNumber.of(n)))));
    }
    return objects;
  }

  private long openConflicts() {
    return server.number(
        "select count(*) from conflict where space = ? and status = 'OPEN'", team.space);
  }

  private long records(String type, int version) {
    return server.number(
        "select count(*) from record where space = ? and entity_type = ? and version = ?",
        team.space,
        type,
        version);
  }

  private long receipts(Phone phone) {
    return server.number(
        "select count(*) from receipt join client on client.id = receipt.client_id"
            + " where user_id = ?",
        phone.settings().user());
  }
}
