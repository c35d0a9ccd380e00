package org.tidemark.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http.Reply;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** Batches of which a mutation meets a defect or an outage of the database, made by triggers. */
@ExtendWith(WithServer.class)
class ServerDefectIT {

  private final TestServer server;
  private final Device ana;
  private final String id = TestServer.unique("record");
  private final String bad = id + "-bad";

  ServerDefectIT(TestServer server) {
    this.server = server;
    ana = server.device("ana");
  }

  @AfterEach
  void mend() {
    server.execute("drop trigger if exists defect on record");
    server.execute("drop trigger if exists defect on receipt");
  }

  @Test
  void push_uniqueViolationEachTime_rejectsThatMutationAndCommitsTheOthers() {
    violateUniqueness();
    Edit first = task(id + "-1");
    Edit refused = task(bad);
    Edit last = task(id + "-3");
    List<Tree> answers = ana.pushAll(first, refused, last);

    assertThat(answers)
        .extracting(answer -> answer.at("status").text())
        .containsExactly("APPLIED", "REJECTED", "APPLIED");
    assertThat(answers.get(1).at("error", "code").text()).isEqualTo("SERVER_ERROR");
    assertThat(answers.get(1).at("error", "category").text()).isEqualTo("SERVER");
    assertThat(written(bad)).isZero();

    mend();
    assertThat(ana.pushAll(first, refused, last))
        .extracting(answer -> answer.at("version").number())
        .containsExactly(1, 1, 1);
  }

  @Test
  void push_errorWhoseDetailQuotesTheRow_leavesNoDataInTheLog() throws IOException {
    violateUniqueness();
    ana.push(task(bad).with("data", "{\"n\":\"secret-%s\"}".formatted(id)));

    assertThat(Files.readString(server.file("log/server.log")))
        .contains("made by a test")
        .doesNotContain("secret-" + id);
  }

  @Test
  void resolve_uniqueViolationEachTime_writesNothingAndNamesTheRequestInTheLog()
      throws IOException {
    Clashes clashes = new Clashes(ana, server.device("ben"), bad);
    String conflict = clashes.clash();
    violateUniqueness();
    Reply reply = ana.tryResolve(TestServer.unique("r"), conflict, "KEEP_CLIENT", 2, "null");

    assertThat(reply.code()).isEqualTo("SERVER_ERROR");
    assertThat(clashes.state(conflict)).startsWith("OPEN");
    assertThat(ana.record("demo", "invoice", bad).at("version").number()).isEqualTo(2);
    assertThat(Files.readString(server.file("log/server.log")))
        .contains("Request " + reply.extensions().at("correlationId").text() + " failed");

    mend();
    assertThat(ana.resolve(conflict, "KEEP_CLIENT", 2).at("version").number()).isEqualTo(3);
  }

  @Test
  void push_uniqueViolationEachTime_laterEditOfThatRecordWaits() {
    violateUniqueness();
    List<Tree> answers = ana.pushAll(task(bad), task(bad).with("data", "{\"n\":2}"), task(id));

    assertThat(answers)
        .extracting(answer -> answer.at("error", "code").text())
        .containsExactly("SERVER_ERROR", "EARLIER_EDIT_FAILED", "");
    assertThat(written(bad)).isZero();
  }

  @Test
  void push_outageWhileMutationsAreTriedAlone_refusesTheRequestForNow() {
    refuseBatchesAndGoAway();
    Edit before = task(id);
    Edit struck = task(bad);
    Reply reply = ana.trySync(before, struck, task(id + "-3"));

    assertThat(reply.code()).isEqualTo("SERVER_ERROR");
    assertThat(reply.extensions().at("retryable").isTrue()).isTrue();
    assertThat(written(bad)).isZero();

    mend();
    assertThat(ana.pushAll(before, struck))
        .extracting(answer -> answer.at("version").number())
        .containsExactly(1, 1);
  }

  /** A defect that looks like a lost race, each time that the bad record is written. */
  private void violateUniqueness() {
    server.execute(
        """
        create or replace function defect() returns trigger language plpgsql as
        'begin
           raise exception ''made by a test'' using errcode = ''23505'', detail = new.data;
         end'
        """);
    server.execute(
        """
        create trigger defect before insert or update on record
        for each row when (new.id = '%s') execute function defect()
        """
            .formatted(bad));
  }

  /** Batches with the bad record fail; when it comes alone, the database says it shuts down. */
  private void refuseBatchesAndGoAway() {
    server.execute(
        """
        create or replace function defect() returns trigger language plpgsql as $$
        begin
          if exists (select 1 from fresh where id = '%s') then
            if (select count(*) from fresh) > 1 then
              raise exception 'made by a test';
            end if;
            raise exception 'made by a test' using errcode = '57P01';
          end if;
          return null;
        end $$
        """
            .formatted(bad));
    server.execute(
        """
        create trigger defect after insert on receipt referencing new table as fresh
        for each statement execute function defect()
        """);
  }

  private long written(String record) {
    return server.number(
        """
        select (select count(*) from record where id = ?) + (select count(*) from revision where id = ?)
             + (select count(*) from receipt where id = ?)
        """,
        record,
        record,
        record);
  }

  private static Edit task(String id) {
    return Edit.upsert("task", id, "{\"n\":1}").in("demo");
  }
}
