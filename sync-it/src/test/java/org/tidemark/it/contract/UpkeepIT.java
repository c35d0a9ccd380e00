package org.tidemark.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.it.load.Await;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;
import org.tidemark.it.server.WithServer;

/** What has lived long enough goes by itself, once, and nothing else with it. */
@ExtendWith(WithServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpkeepIT {

  private static final Duration TWO_TURNS = Duration.ofSeconds(90);

  private final TestServer server;
  private final String mia = TestServer.unique("mia");
  private final Device own;
  private final Device ana;
  private final Clashes clashes;
  private String settled = "";
  private String settledLately = "";
  private String open = "";

  UpkeepIT(TestServer server) {
    this.server = server;
    own = server.device(mia);
    ana = server.device("ana");
    clashes = new Clashes(ana, server.device("ben"), TestServer.unique("bill"));
  }

  @BeforeAll
  void age() {
    own.push(edited(1));
    own.push(edited(2).on(1));
    own.push(edited(3).on(2));
    own.push(Edit.upsert("invoice", "deleted", "{}"));
    own.push(Edit.delete("invoice", "deleted").on(1));
    settled = clashes.clash();
    ana.resolve(settled, "USE_SERVER", 2);
    server.execute(
        "insert into conflict_comment values (?, ?, 'eve', now(), 'Ask Ana.')", settled, settled);
    settledLately = clashes.clashOf(TestServer.unique("bill"));
    ana.resolve(settledLately, "USE_SERVER", 2);
    open = clashes.clashOf(TestServer.unique("bill"));

    old("revision", "written_at", "space = ? and id = 'edited' and version = 1", "~" + mia);
    old("record", "written_at", "space = ? and id = 'deleted'", "~" + mia);
    old("conflict", "resolved_at", "conflict_id = ?", settled);
    old("conflict", "detected_at", "conflict_id in (?, ?)", open, settledLately);
    // A turn may have been under way, which came too late for the first of them alone.
    Await.until("the revision is removed", TWO_TURNS, () -> revisions() == 2);
    Await.until("the tombstone is taken out of the feed", TWO_TURNS, () -> inTheFeed() == 1);
    Await.until("the conflict is removed", TWO_TURNS, () -> !isKept(settled));
  }

  private static Edit edited(int n) {
    return Edit.upsert("invoice", "edited", "{\"n\":%d}".formatted(n));
  }

  private void old(String table, String column, String which, Object... values) {
    server.execute(
        "update %s set %s = now() - interval '181 days' where %s".formatted(table, column, which),
        values);
  }

  private int revisions() {
    return own.revisions("~" + mia, "invoice", "edited").size();
  }

  private int inTheFeed() {
    return own.pull().at("changes").elements().size();
  }

  private boolean isKept(String conflict) {
    return server.number("select count(*) from conflict where conflict_id = ?", conflict) == 1;
  }

  @Test
  void revision_olderThanTheHistory_isGone_andTheOthersStay() {
    assertThat(own.revisions("~" + mia, "invoice", "edited"))
        .extracting(revision -> revision.at("version").number())
        .containsExactly(3, 2);
  }

  @Test
  void tombstone_olderThanItsLife_isPulledNoMore_andItsVersionGoesOn() {
    assertThat(own.pull().at("changes").texts("id")).containsExactly("edited");
    Tree again = own.push(Edit.upsert("invoice", "deleted", "{\"n\":5}").on(2));
    assertThat(again.at("status").text()).isEqualTo("APPLIED");
    assertThat(again.at("version").number()).isEqualTo(3);
  }

  @Test
  void conflict_closedLongerThanTheHistory_isGone_withItsComments() {
    assertThat(ana.resolve(settled, "USE_SERVER", 2).at("error", "code").text())
        .isEqualTo("CONFLICT_UNKNOWN");
    assertThat(server.number("select count(*) from conflict_comment where author = 'eve'"))
        .isZero();
  }

  @Test
  void conflict_thatIsOld_butOpenOrClosedLately_stays() {
    assertThat(clashes.openConflicts()).containsExactly(open);
    assertThat(clashes.state(settledLately)).isEqualTo("RESOLVED USE_SERVER ana");
  }
}
