package org.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.cli.Office.Result;
import org.tidemark.client.SyncClient;
import org.tidemark.core.record.SpaceId;
import org.tidemark.testkit.server.Role;

/** Conflicts: both sides shown, each way to decide, one and many. */
class ConflictTest {

  /** More than a page. */
  private static final int MANY = 210;

  private static final SpaceId OTHER = new SpaceId("other");

  private Office office;

  @BeforeEach
  void clash(@TempDir Path folder) {
    office = new Office(folder);
    office.clash("bill-1");
  }

  private String onBothSides() {
    office.ben("sync");
    office.ana("sync");
    String ben = office.ben("get", "invoice", "bill-1").out();
    assertThat(office.ana("get", "invoice", "bill-1").out()).isEqualTo(ben);
    return ben.strip();
  }

  @Test
  void sync_withAConflict_isNoFailure_andTellsOfIt() {
    Result again = office.ben("sync");
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("1 conflict to decide");
    assertThat(office.ben("status").out()).contains("Conflicts  1  (conflicts)");
  }

  @Test
  void conflicts_showsTheChangedFieldAlone_bothSidesBesideEachOther() {
    Result shown = office.ben("conflicts");
    assertThat(shown.out())
        .startsWith("invoice/bill-1, changed here and elsewhere\n")
        .contains("/amount  (was 100)")
        .containsPattern("(?m)^    110 +\\| 120$")
        .doesNotContain("2026-1");
    assertThat(shown.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void conflicts_withLongValues_keepsTo80Columns_andCutsThem() {
    String words = "{\"amount\":100,\"number\":\"" + "many words ".repeat(100) + "\"}";
    office.ben("put", "invoice", "bill-1", words);
    Result shown = office.ben("conflicts", "invoice/bill-1");

    assertThat(shown.out().lines()).allMatch(line -> line.length() <= 80).hasSizeLessThan(20);
    assertThat(shown.out()).contains("(--full)");
    assertThat(office.ben("conflicts", "--full").out().lines().count()).isGreaterThan(25);
  }

  @Test
  void conflicts_forMachines_hasAllSides() {
    String json = office.ben("conflicts", "--json").json().toString();
    assertThat(json)
        .contains("\"count\":1", "\"conflictId\":\"conflict-", "\"path\":\"/amount\"")
        .contains("\"base\":100", "\"local\":110", "\"server\":120", "\"serverVersion\":2");
  }

  @Test
  void keepLocal_travels() {
    Result resolve = office.ben("resolve", "conflict-", "--keep-local");
    assertThat(resolve.out()).contains("Decided invoice/bill-1");
    assertThat(onBothSides()).contains("110");
  }

  @Test
  void useServer_byTheRecordsName_offline_thenUndo() {
    office.online = false;
    Result resolve = office.ben("resolve", "invoice/bill-1", "--use-server");
    assertThat(resolve.code()).isZero();
    assertThat(resolve.err()).contains("undo 1");
    office.online = true;
    assertThat(onBothSides()).contains("120");

    assertThat(office.ben("undo", "1").out()).contains("Brought back: {\"amount\":110");
    assertThat(onBothSides()).contains("110");
  }

  /** The texts clash; photo and tags of both sides go together, and are settled. */
  private void clashOfNotes() {
    String first = "{\"tags\":[\"a\"],\"text\":\"one\",\"title\":\"one\"}";
    office.ana("put", "note", "n1", first);
    office.ana("sync");
    office.ben("sync");
    office.ana(
        "put",
        "note",
        "n1",
        "{\"photo\":\"p.png\",\"tags\":[\"a\",\"b\"],\"text\":\"two\",\"title\":\"one\"}");
    office.ana("sync");
    office.ben(
        "put", "note", "n1", "{\"tags\":[\"a\",\"c\"],\"text\":\"three\",\"title\":\"one\"}");
    office.ben("sync");
  }

  @Test
  void sideAsAWhole_saysWhatItDropsThatWasSettled() {
    clashOfNotes();
    Result shown = office.ben("conflicts", "note/n1");
    Result keep = office.ben("resolve", "note/n1", "--keep-local");

    assertThat(shown.out())
        .contains("--keep-local drops what the server has in /photo, /tags.")
        .contains("--use-server drops what is here in /tags.");
    assertThat(keep.out()).contains("This dropped what the server had in /photo, /tags.");
    assertThat(keep.err()).contains("The server's side: undo 1");
    assertThat(office.ben("undo", "1").out()).contains("p.png");
  }

  @Test
  void sideAsAWhole_ofTheServer_saysWhatItDropsOfOnesOwn() {
    clashOfNotes();
    Result server = office.ben("resolve", "note/n1", "--use-server");
    assertThat(server.out()).contains("This dropped what was here in /tags.");
    assertThat(server.err()).contains("Back to what was here: undo 1");
  }

  @Test
  void suggestion_dropsNothingThatIsSettled() {
    clashOfNotes();
    assertThat(office.ben("resolve", "note/n1", "--suggestion").out()).doesNotContain("dropped");
    assertThat(office.ben("conflicts", "invoice/bill-1").out()).doesNotContain("drops");
  }

  @Test
  void resolveAll_byASide_asksWithTheNumberThatDropsWhatWasSettled() {
    clashOfNotes();
    Result no = office.call("ben", "n\n", "resolve", "--all", "--keep-local");
    assertThat(no.err())
        .contains("Keep what is here for 2 conflicts (invoice 1, note 1)?")
        .contains("In 1 it drops fields that were settled.");
  }

  @Test
  void merge_takesAnObjectOfOnesOwn() {
    office.ben("resolve", "invoice/bill-1", "--merge", "{\"amount\":115}");
    assertThat(onBothSides()).isEqualTo("{\"amount\":115}");
  }

  @Test
  void field_takesASide_orAValue() {
    office.ben("resolve", "invoice/bill-1", "--field", "/amount=115");
    assertThat(onBothSides()).isEqualTo("{\"amount\":115,\"number\":\"2026-1\"}");
  }

  @Test
  void field_ofASide_isThatSides() {
    office.ben("resolve", "invoice/bill-1", "--field", "/amount=server");
    assertThat(onBothSides()).contains("120");
  }

  @Test
  void field_thatDoesNotExist_orIsNoJson_isRefused_andNothingIsDecided() {
    Result unknown = office.ben("resolve", "invoice/bill-1", "--field", "/amuont=local");
    Result noJson = office.ben("resolve", "invoice/bill-1", "--field", "/amount=lots");

    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("They are /amount");
    assertThat(noJson.code()).isEqualTo(2);
    assertThat(noJson.err()).contains("quotes");
    assertThat(office.ben("status", "--json").json().toString()).contains("\"conflicts\":1");
  }

  @Test
  void resolve_needsOneDecision_andOneConflict() {
    assertThat(office.ben("resolve", "invoice/bill-1").code()).isEqualTo(2);
    assertThat(office.ben("resolve", "x", "--keep-local", "--use-server").code()).isEqualTo(2);
    assertThat(office.ben("resolve", "--use-server").code()).isEqualTo(2);
    assertThat(office.ben("resolve", "--all", "--merge", "{}").code()).isEqualTo(2);
    assertThat(office.ben("resolve", "nonsense", "--use-server").err())
        .contains("There is no open conflict nonsense");
  }

  @Test
  void merge_namesTheWaysBackToBothSides() {
    Result merged = office.ben("resolve", "invoice/bill-1", "--merge", "{\"amount\":115}");
    assertThat(merged.err()).contains("Back to what was here: undo 2\nThe server's side: undo 1\n");
  }

  @Test
  void dismiss_inALostSpace_namesTheWayBack_andOnlyOnce() {
    String id = office.server().conflicts().iterator().next().id();
    Result tooEarly = office.ben("resolve", id, "--dismiss");
    assertThat(tooEarly.code()).isEqualTo(1);
    assertThat(tooEarly.err()).contains("Only the conflict of a space that you lost");
    office.server().dismiss(Office.SPACE, "ben");
    office.ben("sync");

    Result given = office.ben("resolve", id, "--dismiss");
    assertThat(given.code()).isZero();
    assertThat(given.err()).contains("Back to what was here: undo 1");
    Result again = office.ben("resolve", id, "--dismiss");
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("waits for nobody any more: it is DISMISSED");
  }

  @Test
  void resolve_twice_isToldByItsState() {
    String id = office.server().conflicts().iterator().next().id();
    office.ben("resolve", id, "--use-server");
    Result again = office.ben("resolve", id, "--keep-local");
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("DECIDED");
  }

  @Test
  void seen_takesADecision_onlyOnTheSidesThatWereShown() {
    String shown = office.ben("conflicts").out();
    String revision = shown.replaceFirst("(?s).*revision (\\S+).*", "$1");
    assertThat(office.ben("conflicts", "--json").json().toString()).contains(revision);
    office.ana("put", "invoice", "bill-1", "{\"amount\":130,\"number\":\"2026-1\"}");
    office.ana("sync");
    office.ben("sync");
    Result late = office.ben("resolve", "invoice/bill-1", "--keep-local", "--seen", revision);
    assertThat(late.code()).isEqualTo(1);
    assertThat(late.err()).contains("is not as it was shown");

    String now = office.ben("conflicts").out().replaceFirst("(?s).*revision (\\S+).*", "$1");
    assertThat(office.ben("resolve", "invoice/bill-1", "--keep-local", "--seen", now).code())
        .isZero();
    assertThat(onBothSides()).contains("110");
    assertThat(office.ben("resolve", "--all", "--keep-local", "--seen", now).code()).isEqualTo(2);
  }

  @Test
  void resolveAll_asksWithTheCount_andANoDecidesNothing() {
    office.clash("bill-2");
    Result no = office.call("ben", "n\n", "resolve", "--all", "--use-server");
    Result nobody = office.ben("resolve", "--all", "--use-server");

    assertThat(no.code()).isEqualTo(1);
    assertThat(no.err()).contains("Use the server's side of 2 conflicts (invoice 2)?");
    assertThat(nobody.code()).isEqualTo(1);
    assertThat(office.ben("conflicts", "--json").json().toString()).contains("\"count\":2");
  }

  @Test
  void resolveAll_ofAType_afterAYes_orUnasked() {
    office.clash("bill-2");
    assertThat(office.ben("resolve", "--all", "--type", "note", "--use-server").out())
        .contains("nothing to decide");
    Result yes = office.call("ben", "y\n", "resolve", "--all", "--type", "invoice", "--use-server");
    assertThat(yes.out()).contains("Decided 2 conflicts");
    assertThat(onBothSides()).contains("120");

    office.clash("bill-3");
    assertThat(office.ben("resolve", "--all", "--suggestion", "--yes").code()).isZero();
  }

  private static void putInBoth(SyncClient client, String amount) {
    String bill = "{\"amount\":" + amount + "}";
    Office.putMany(client, Office.SPACE, "invoice", MANY, bill);
    Office.putMany(client, OTHER, "invoice", MANY, bill);
  }

  @Test
  void resolveAll_ofMoreThanAPage_goesOnBehindThoseThatCantBeDecided_andEnds() {
    office.ben("resolve", "--all", "--use-server", "--yes");
    office.server().admit(OTHER, "ana", Role.EDITOR);
    office.server().admit(OTHER, "ben", Role.EDITOR);
    office.work("ana", client -> putInBoth(client, "100"));
    office.ben("sync");
    office.work("ana", client -> putInBoth(client, "120"));
    office.work("ben", client -> putInBoth(client, "110"));
    office.server().admit(Office.SPACE, "ben", Role.VIEWER);
    office.ben("sync");
    office.terminal = true;
    Result all = office.ben("resolve", "--all", "--keep-local", "--yes");

    assertThat(all.code()).as(all.all()).isEqualTo(1);
    assertThat(all.out()).contains("Decided 210 conflicts");
    assertThat(all.err())
        .contains("\rDecided [#######                       ] 100 of 420")
        .containsOnlyOnce("invoice/many-0:");
    assertThat(all.err().split("You may only read in the space demo", -1)).hasSize(MANY + 1);
    assertThat(office.ben("status").out()).contains("Conflicts  " + MANY);
  }
}
