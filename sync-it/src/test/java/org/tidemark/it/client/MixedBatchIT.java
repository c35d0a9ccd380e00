package org.tidemark.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.SyncOutcome;
import org.tidemark.client.outbox.OutboxItem;
import org.tidemark.client.problem.ErrorKind;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.Recovery;
import org.tidemark.client.record.RecordStatus;
import org.tidemark.it.client.ProxiedRequest.Kind;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** A batch of which each mutation is answered differently: each is treated by its own answer. */
@ExtendWith(WithServer.class)
class MixedBatchIT {

  private final TestServer server;
  private final String id = TestServer.unique("record");
  private final String strict = TestServer.unique("strict");
  private final String late = id + "-late";
  private Team team;
  private UnreliableProxy network;
  private Phone phone;

  MixedBatchIT(TestServer server) {
    this.server = server;
  }

  @BeforeEach
  void meet(@TempDir Path folder) {
    team = new Team(server, folder);
    network = team.network();
    phone = team.members(network, usual -> usual.withRetry(Phone.LATER));
    requireTitles();
  }

  @AfterEach
  void part() throws Exception {
    mend();
    team.close();
  }

  @Test
  void batch_appliedConflictedRejectedAndRetryable_eachIsTreatedByItsOwn() {
    clashAhead();
    phone.of("task").put(id, "{\"n\":1}");
    phone.of("invoice").put(id, "{\"n\":3}");
    phone.of(strict).put(id, "{\"n\":1}");
    failFor(late);
    phone.of("task").put(late, "{\"n\":1}");
    phone.of("profile").put(id, "{\"n\":1}");
    int before = network.seen(Kind.PUSH);
    SyncOutcome outcome = phone.sync();

    assertThat(network.seen(Kind.PUSH) - before).as("one batch").isEqualTo(1);
    assertThat(outcome.answered()).isEqualTo(4);
    assertThat(outcome.waiting()).isEqualTo(1);
    assertThat(status("task", id)).isEqualTo(RecordStatus.SYNCED);
    assertThat(status("profile", id)).isEqualTo(RecordStatus.SYNCED);
    assertThat(status("invoice", id)).isEqualTo(RecordStatus.CONFLICT);
    assertThat(phone.onlyConflict().conflict().serverData()).hasToString("{\"n\":2}");
    assertRefused(phone.onlyParked());
    assertWaits(phone.client().outbox().pending());

    mend();
    phone.settle();
    assertThat(status("task", late)).isEqualTo(RecordStatus.SYNCED);
    assertThat(team.onServer("task", late).at("version").number()).isEqualTo(1);
    phone.of(strict).put(id, "{\"title\":\"cured\"}");
    phone.settle();
    assertThat(team.onServer(strict, id).at("data")).hasToString("{\"title\":\"cured\"}");
    assertThat(phone.client().outbox().count()).isZero();
    assertThat(team.onServer("task", id).at("version").number()).isEqualTo(1);
  }

  private void assertRefused(OutboxItem refused) {
    Problem problem = Phone.problem(refused);
    assertThat(refused.key().type().value()).isEqualTo(strict);
    assertThat(problem.kind()).isEqualTo(ErrorKind.VALIDATION);
    assertThat(problem.recoveries()).contains(Recovery.EDIT, Recovery.DISMISS);
    assertThat(problem.correlationId()).isNotEmpty();
    assertThat(status(strict, id)).isEqualTo(RecordStatus.PARKED);
  }

  private void assertWaits(List<OutboxItem> pending) {
    assertThat(pending).hasSize(1);
    OutboxItem waiting = pending.get(0);
    assertThat(waiting.key().id().value()).isEqualTo(late);
    assertThat(waiting.attempts()).isEqualTo(1);
    assertThat(waiting.nextAttempt()).isNotNull();
    assertThat(Phone.problem(waiting).kind()).isEqualTo(ErrorKind.SERVER);
    assertThat(status("task", late)).isEqualTo(RecordStatus.PENDING);
  }

  private RecordStatus status(String type, String record) {
    return phone.view(type, record).status();
  }

  /** The server's invoice moves on, and the phone does not know. */
  private void clashAhead() {
    phone.of("invoice").put(id, "{\"n\":1}");
    phone.sync();
    Phone other = team.owners();
    other.sync();
    other.of("invoice").put(id, "{\"n\":2}");
    other.sync();
  }

  /** From now on the server refuses what has no title; the phone learns of it by the answer. */
  private void requireTitles() {
    String policy =
        """
        {"entityType":"%s","strategy":"LAST_WRITE_WINS","schema":{"type":"object","required":["title"]}}
        """
            .formatted(strict);
    Http.Reply saved =
        server
            .administrator()
            .http()
            .graphql(
                "mutation($policy: JSON!) { savePolicy(policy: $policy) { version } }",
                "{\"policy\":" + policy + "}");
    assertThat(saved.code()).as(saved.body()).isEmpty();
  }

  /** A defect of the server each time that this record is written. */
  private void failFor(String record) {
    server.execute(
        """
        create or replace function defect() returns trigger language plpgsql as
        'begin raise exception ''made by a test'' using errcode = ''23505''; end'
        """);
    server.execute(
        """
        create trigger client_defect before insert or update on record
        for each row when (new.id = '%s') execute function defect()
        """
            .formatted(record));
  }

  private void mend() {
    server.execute("drop trigger if exists client_defect on record");
  }
}
