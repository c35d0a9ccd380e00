package org.tidemark.it.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.browser.Screen;
import org.tidemark.it.load.Await;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Tree;

/** Decisions are on what a person sees: sides that change meanwhile, and sides that are deleted. */
@ExtendWith(InPairs.class)
class DecideAsSeenIT {

  private static final Consumer<AppCopy> EDIT =
      ben -> {
        ben.field("Amount (a number)").fill("110");
        ben.button("Save").click();
      };
  private static final Consumer<AppCopy> DELETE = ben -> ben.button("Delete").click();

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Pair pair;
  private AppCopy ben;

  @BeforeEach
  void start(@TempDir Path folder, Pairs pairs) {
    pair = pairs.open(folder, Screen.DESK, Screen.PHONE);
    ben = pair.ben;
  }

  private static Edit bill(int amount) {
    return Edit.upsert("invoice", "bill", "{\"number\":\"7\",\"amount\":%d}".formatted(amount));
  }

  private void clash(Consumer<AppCopy> bens, Edit others) {
    pair.clash(bill(100), bens, others);
    ben.button("Decide").click();
    assertThat(ben.dialog()).containsText("Record: Invoice “7”");
  }

  private Tree onServer() {
    return pair.anasOther().record(pair.space, "invoice", "bill");
  }

  /** The page may not have heard yet that the decision waits to be sent. */
  private void onceOnServer(String what, Predicate<Tree> state) {
    Await.until("on the server: " + what, PATIENCE, () -> state.test(onServer()));
  }

  private void decided() {
    assertThat(ben.page().locator("#bar")).containsText("is decided");
    assertThat(ben.link("Waiting").first()).hasAttribute("aria-label", "Waiting");
    ben.go("records/invoice");
    assertThat(ben.complaints()).noneMatch(words -> !words.contains("409"));
  }

  private void isDeletedOnBothSides() {
    assertThat(ben.page().locator(".view > .quiet")).containsText("No invoice here yet");
    onceOnServer("it is deleted", there -> there.at("deleted").isTrue());
  }

  private void isOnBothSides(int amount) {
    String data = "{\"amount\":%d,\"number\":\"7\"}".formatted(amount);
    onceOnServer(data, there -> there.at("data").canonical().equals(data));
    ben.page().locator(".list a").click();
    assertThat(ben.field("Amount (a number)")).hasValue(String.valueOf(amount));
    assertThat(ben.field("Number")).hasValue("7");
  }

  @Test
  void sideChangesWhileTyping_isShown_withWhatWasTyped_andNothingIsDecidedUnseen() {
    clash(EDIT, bill(120));
    ben.button("Merge").click();
    ben.dialog().getByLabel("amount: your own").fill("115");
    pair.anasOther().push(bill(130).on(2).in(pair.space));
    ben.awaitInConflict("130");
    ben.button("Save the merge").click();

    Locator told = ben.dialog().getByRole(AriaRole.ALERT);
    assertThat(told).containsText("A side changed while you were looking");
    assertThat(ben.dialog().locator("legend")).hasText("Field: amount (changed just now)");
    assertThat(ben.dialog()).containsText("Server: 130");
    assertThat(ben.dialog().getByLabel("amount: your own")).hasValue("115");
    assertThat(ben.dialog().locator("dd")).hasText("115");
    assertThat(onServer().at("version").number()).isEqualTo(3);
    assertThat(ben.dialog()).not().containsText("null");
    ben.look("changed-meanwhile");
    ben.button("Save the merge").click();
    decided();
    isOnBothSides(115);
  }

  @Test
  void typedMerge_isKept_untilItIsDecided() {
    clash(EDIT, bill(120));
    ben.button("Merge").click();
    ben.dialog().getByLabel("amount: your own").fill("115");
    ben.page().keyboard().press("Escape");
    assertThat(ben.dialog()).hasCount(0);
    ben.go("record/%");
    assertThat(ben.page().locator("h1")).hasText("Nothing here");

    ben.go("conflicts").page().locator(".list a").click();
    assertThat(ben.dialog().getByLabel("amount: your own")).hasValue("115");
    ben.button("Back").click();
    ben.button("Merge").click();
    assertThat(ben.dialog().locator("dd")).hasText("115");
    ben.button("Save the merge").click();
    decided();
    isOnBothSides(115);
  }

  @Test
  void sideChangesBeforeKeepLocal_isShown_andTheNextClickCounts() {
    clash(EDIT, bill(120));
    pair.anasOther().push(bill(130).on(2).in(pair.space));
    ben.awaitInConflict("130");
    ben.button("Keep Local").click();

    assertThat(ben.dialog().locator("caption")).hasText("Field: amount (changed just now)");
    assertThat(ben.dialog().locator("td")).hasText(new String[] {"110", "130"});
    ben.button("Keep Local").click();
    decided();
    isOnBothSides(110);
  }

  @Test
  void serverDeletesWhileTyping_isShown_andWhatWasTypedCanBeReadStill() {
    clash(EDIT, bill(120));
    ben.button("Merge").click();
    ben.dialog().getByLabel("amount: your own").fill("115");
    pair.anasOther().push(Edit.delete("invoice", "bill").on(2).in(pair.space));
    ben.awaitInConflict("\"serverDeleted\":true");
    ben.button("Save the merge").click();

    assertThat(ben.dialog()).containsText("Server: this record was deleted there.");
    assertThat(ben.dialog()).containsText("You had typed for amount: 115");
    assertThat(ben.button("Merge")).hasCount(0);
    ben.button("Keep Local").click();
    decided();
    isOnBothSides(110);
  }

  @Test
  void deletedOnTheServer_useServer_leavesItDeleted() {
    clash(EDIT, Edit.delete("invoice", "bill"));
    assertThat(ben.dialog()).containsText("Server: this record was deleted there.");
    assertThat(ben.button("Merge")).hasCount(0);
    assertThat(ben.dialog().locator("td").nth(1)).hasText("(deleted)");
    assertThat(ben.dialog()).not().containsText("null");
    ben.look("deleted-there");
    ben.button("Use Server: delete it").click();
    decided();
    isDeletedOnBothSides();
  }

  @Test
  void deletedOnTheServer_keepLocal_bringsAllOfItBack() {
    clash(EDIT, Edit.delete("invoice", "bill"));
    ben.button("Keep Local").click();
    decided();
    isOnBothSides(110);
  }

  @Test
  void deletedHere_keepLocal_deletesItThere() {
    clash(DELETE, bill(120));
    assertThat(ben.dialog()).containsText("Local: you deleted this record.");
    assertThat(ben.button("Merge")).hasCount(0);
    ben.button("Keep Local: delete it").click();
    decided();
    isDeletedOnBothSides();
  }

  @Test
  void deletedHere_useServer_bringsAllOfItBack() {
    clash(DELETE, bill(120));
    ben.button("Use Server").click();
    decided();
    isOnBothSides(120);
  }
}
