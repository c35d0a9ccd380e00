package org.tidemark.it.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.browser.Screen;
import org.tidemark.it.server.Edit;

/** A page that draws itself anew takes nothing out of the hands of a person who works with it. */
@ExtendWith(InPairs.class)
class RedrawIT {

  private static Pair withShopping(Path folder, Pairs pairs) {
    Pair pair = pairs.open(folder, Screen.DESK, Screen.DESK);
    pair.anasOther().push(Edit.upsert("note", "n1", "{\"title\":\"Shopping\"}").in(pair.space));
    pair.ben.go("records/note");
    assertThat(pair.ben.link("Shopping")).isVisible();
    return pair;
  }

  @Test
  void whoGoesOnByKeyboard_whileAViewLoads_isNotCalledBack(@TempDir Path folder, Pairs pairs) {
    AppCopy ben = withShopping(folder, pairs).ben;
    ben.go("conflicts");
    assertThat(ben.page().locator("h1")).hasText("Conflicts");
    List<Route> held = new ArrayList<>();
    ben.page().route("**/api/records?*", held::add);
    ben.tabTo("Records");
    ben.page().keyboard().press("Enter");
    ben.page().waitForCondition(() -> !held.isEmpty());
    ben.page().keyboard().press("Tab");
    ben.page().unroute("**/api/records?*");
    held.forEach(Route::resume);
    assertThat(ben.link("Shopping")).isVisible();
    assertThat(ben.focused()).isEqualTo("Conflicts");
  }

  @Test
  void press_thatBeginsBeforeAListIsDrawnAnew_isAClickStill(@TempDir Path folder, Pairs pairs) {
    Pair pair = withShopping(folder, pairs);
    AppCopy ben = pair.ben;
    ben.link("Shopping").hover();
    ben.page().mouse().down();
    ben.page()
        .waitForResponse(
            answer -> answer.url().contains("/api/records?") && answer.text().contains("Zoo"),
            () ->
                pair.anasOther()
                    .push(Edit.upsert("note", "n2", "{\"title\":\"Zoo\"}").in(pair.space)));
    ben.page().mouse().up();
    assertThat(ben.page().locator("h1")).hasText("Note “Shopping”");
    ben.go("records/note");
    assertThat(ben.link("Zoo")).isVisible();
  }

  @Test
  void listThatIsPressedAndLetGo_showsWhatCameMeanwhile(@TempDir Path folder, Pairs pairs) {
    Pair pair = withShopping(folder, pairs);
    AppCopy ben = pair.ben;
    Locator list = ben.page().locator(".list");
    list.locator("li").hover();
    ben.page().mouse().down();
    ben.page()
        .waitForResponse(
            answer -> answer.url().contains("/api/records?") && answer.text().contains("Zoo"),
            () ->
                pair.anasOther()
                    .push(Edit.upsert("note", "n2", "{\"title\":\"Zoo\"}").in(pair.space)));
    ben.page().mouse().move(3, 3);
    ben.page().mouse().up();
    assertThat(list.locator("li")).hasCount(2);
  }

  @Test
  void buttonThatChangesItsName_keepsTheFocus(@TempDir Path folder, Pairs pairs) {
    AppCopy ben = withShopping(folder, pairs).ben;
    ben.goOffline();
    ben.openRecord("Shopping");
    ben.field("Attach a file")
        .setInputFiles(
            new FilePayload("list.txt", "text/plain", "milk".getBytes(StandardCharsets.UTF_8)));
    assertThat(ben.button("Pause: list.txt")).isVisible();
    ben.tabTo("Pause: list.txt");
    ben.page().keyboard().press("Space");
    assertThat(ben.button("Resume: list.txt")).isFocused();
    ben.go("uploads");
    assertThat(ben.page().locator("h1")).hasText("Uploads");
    assertThat(ben.button("Resume: list.txt")).isVisible();
    ben.tabTo("Resume: list.txt");
    ben.page().keyboard().press("Enter");
    assertThat(ben.button("Pause: list.txt")).isFocused();
  }
}
