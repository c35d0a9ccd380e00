package org.tidemark.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.load.Await;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;

/** The EAR as it ships in WildFly: transactions by JTA, the cache by Infinispan, identity. */
@ExtendWith({RunningServer.class, ArquillianExtension.class})
@RunAsClient
class TransactionIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TestServer server = RunningServer.get();
  private final Device ana = server.device("ana");
  private final String id = TestServer.unique("record");
  private final String bad = id + "-bad";

  @Deployment(testable = false)
  static WebArchive probe() {
    return ShrinkWrap.create(WebArchive.class, "tidemark-probe.war")
        .addClass(ContainerProbe.class)
        .setManifest(
            new StringAsset(
                "Manifest-Version: 1.0\nDependencies: org.infinispan.core, deployment.tidemark.ear.sync-ejb.jar\n\n"));
  }

  @AfterEach
  void allowAgain() {
    server.execute("drop trigger if exists refuse_commit on record");
  }

  @Test
  void commitFails_leavesNothing() {
    refuseCommit();
    Tree answer = ana.push(invoice(bad));

    assertThat(answer.at("error", "category").text()).isEqualTo("SERVER");
    assertThat(answer.at("error", "retryable").isTrue()).isTrue();
    assertThat(
            server.number(
                """
                select (select count(*) from record where id = ?) + (select count(*) from revision where id = ?)
                     + (select count(*) from receipt where id = ?) + (select count(*) from conflict where id = ?)
                """,
                bad,
                bad,
                bad,
                bad))
        .isZero();
  }

  @Test
  void commitFails_changeOfARecord_leavesItAsItWas() {
    ana.push(invoice(bad));
    String before = ana.pullToTheEnd();
    long seq = server.number("select seq from space where id = 'demo'");
    refuseCommit();
    ana.push(Edit.upsert("invoice", bad, "{\"n\":2}").in("demo").on(1));

    assertThat(ana.record("demo", "invoice", bad).at("data")).hasToString("{\"n\":1}");
    assertThat(ana.revisions("demo", "invoice", bad)).hasSize(1);
    assertThat(server.number("select seq from space where id = 'demo'")).isEqualTo(seq);
    assertThat(ana.pull(before).at("changes").texts("id")).doesNotContain(bad);
  }

  @Test
  void commitFails_neighboursInTheBatch_areCommittedAlone() {
    refuseCommit();
    List<Tree> answers = ana.pushAll(invoice(id + "-1"), invoice(bad), invoice(id + "-3"));

    assertThat(answers)
        .extracting(answer -> answer.at("status").text())
        .containsExactly("APPLIED", "REJECTED", "APPLIED");
  }

  @Test
  void cache_afterRollback_isNotFilled() {
    Edit edit = invoice(bad);
    refuseCommit();
    ana.push(edit);

    assertThat(entry(edit)).isEqualTo("none");
    allowAgain();
    assertThat(ana.push(edit).at("status").text()).isEqualTo("APPLIED");
  }

  @Test
  void cache_afterCommit_holdsTheReceipt() {
    Edit edit = invoice(id);
    ana.push(edit);

    assertThat(entry(edit)).isEqualTo("there");
  }

  @Test
  void cache_entryOfAReceipt_livesForTheCachesOwnLifespanAtMost() {
    Edit edit = invoice(id);
    ana.push(edit);

    assertThat(Duration.ofMillis(Long.parseLong(probe("/lifespan?" + place(edit)))))
        .isEqualTo(Duration.ofHours(1));
  }

  @Test
  void cache_entry_expiresByItsLifespan() {
    String place = "client=" + id + "&mutation=m";

    assertThat(probe("/put?lifespan=60000&" + place)).isEqualTo("there");
    probe("/put?lifespan=700&" + place);
    Await.until("expired", PATIENCE, () -> probe("/entry?" + place).equals("none"));
  }

  @Test
  void cache_lost_givesTheSameAnswer() {
    Edit edit = invoice(id);
    Tree first = ana.push(edit);
    probe("/put?lifespan=1&" + place(edit));
    Await.until("lost", PATIENCE, () -> entry(edit).equals("none"));

    assertThat(ana.push(edit)).isEqualTo(first);
  }

  @Test
  void boundary_withoutIdentity_isRefusedByTheContainer() {
    assertThat(probe("/call")).isEqualTo("refused");
  }

  @Test
  void identity_ofTheToken_isTheWriterInTheDatabase() {
    ana.push(invoice(id));

    assertThat(server.text("select written_by from record where id = ?", id)).isEqualTo("ana");
  }

  private String entry(Edit edit) {
    return probe("/entry?" + place(edit));
  }

  private String place(Edit edit) {
    return "client=" + ana.clientId() + "&mutation=" + edit.name();
  }

  private String probe(String path) {
    URI sync = server.server().addresses().sync();
    return Http.send(HttpRequest.newBuilder(sync.resolve("/tidemark-probe" + path)).GET().build())
        .body();
  }

  /** From now on a transaction that writes the bad record fails when it commits. */
  private void refuseCommit() {
    server.execute(
        """
        create or replace function refuse_commit() returns trigger language plpgsql as
        'begin raise exception ''refused by a test''; end'
        """);
    server.execute(
        """
        create constraint trigger refuse_commit after insert or update on record
        deferrable initially deferred for each row when (new.id = '%s')
        execute function refuse_commit()
        """
            .formatted(bad));
  }

  private static Edit invoice(String id) {
    return Edit.upsert("invoice", id, "{\"n\":1}").in("demo");
  }
}
