package org.tidemark.it.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidemark.browser.Screen;
import org.tidemark.it.server.Edit;

/**
 * Takes the pictures of the application, in both colour schemes, with the same work each time. They
 * are written to target/pictures; docs/app.md says how they get from there into the documents.
 */
@ExtendWith(InPairs.class)
class AppPicturesIT {

  private static final Path PICTURES = Path.of("target/pictures");

  private Pairs pairs;

  @BeforeEach
  void keep(Pairs given) {
    pairs = given;
  }

  private static Screen screen(int width, int height, ColorScheme scheme) {
    String name = width < 600 ? "phone" : "window";
    return new Screen(name + (scheme == ColorScheme.DARK ? "-dark" : ""), width, height, scheme);
  }

  private static Edit note(String id, String title, String text, String tags) {
    return Edit.upsert(
        "note",
        id,
        "{\"title\":\"%s\",\"text\":\"%s\",\"tags\":[%s]}".formatted(title, text, tags));
  }

  private static void writeSomeNotes(Pair pair) {
    pair.anasOther()
        .pushAll(
            note("roof", "Roof of the shed", "Tiles are on order.", "\"house\"").in(pair.space),
            note("lake", "Weekend at the lake", "Two tents, the small stove.", "\"trips\"")
                .in(pair.space),
            note("books", "Books to return", "By Friday, they close at six.", "").in(pair.space));
  }

  /** Ben's shopping list clashes with Ana's. */
  private AppCopy clash(Path folder, Screen screen) {
    Pair pair = pairs.open(folder, Screen.DESK, screen);
    pair.clash(
        note("list", "Shopping", "Milk", "\"home\""),
        ben -> {
          ben.field("Text").fill("Milk, two litres");
          ben.field("Tags (with commas between)").fill("home, sunday");
          ben.button("Save").click();
        },
        note("list", "Shopping", "Milk and bread", "\"home\",\"town\""));
    writeSomeNotes(pair);
    return pair.ben;
  }

  /** Something that waits for a network. */
  private static void writeOffline(AppCopy copy) {
    copy.openRecord("Weekend at the lake").goOffline();
    copy.field("Text").fill("Two tents, the small stove, and the map!");
    copy.button("Save").click();
    assertThat(copy.page().locator(".mark")).hasText("not sent yet");
  }

  private static void attach(AppCopy copy, String name, int bytes) {
    byte[] sound = new byte[bytes];
    byte[] head = "RIFF$\0\0\0WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(head, 0, sound, 0, head.length);
    copy.field("Attach a file").setInputFiles(new FilePayload(name, "audio/wav", sound));
  }

  /** As above, without a network; with one, a small file may be there before anyone looks. */
  private static void attachOffline(AppCopy copy, String name, int bytes) {
    attach(copy, name, bytes);
    assertThat(copy.page().locator(".upload").last()).containsText(name);
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void onAPhone_recordsDialogAndMerge_arePictured(ColorScheme scheme, @TempDir Path folder)
      throws Exception {
    AppCopy ben = clash(folder, screen(390, 844, scheme));
    writeOffline(ben);
    ben.go("records");
    assertThat(ben.page().locator(".list > li")).hasCount(4);
    take(ben, "app-records");
    ben.button("Decide").click();
    assertThat(ben.dialog()).isVisible();
    take(ben, "app-conflict");
    ben.button("Merge").click();
    take(ben, "app-merge");
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void inAWindow_dialogAndUploads_arePictured(ColorScheme scheme, @TempDir Path folder)
      throws Exception {
    AppCopy ben = clash(folder, screen(1280, 720, scheme));
    assertThat(ben.page().locator("#state")).hasText("Online");
    ben.button("Decide").click();
    assertThat(ben.dialog()).isVisible();
    take(ben, "app-window");
    ben.page().keyboard().press("Escape");
    // The way from the dialog back to the list is a move, which must not come after the next one.
    assertThat(ben.page()).hasURL(Pattern.compile("#/conflicts$"));
    ben.openRecord("Roof of the shed");
    attach(ben, "hammering.wav", 300_000);
    assertThat(ben.notices()).containsText("hammering.wav is uploaded");
    ben.goOffline();
    ben.openRecord("Weekend at the lake");
    attachOffline(ben, "frogs.wav", 8_000_000);
    ben.button("Pause: frogs.wav").click();
    ben.openRecord("Books to return");
    attachOffline(ben, "birds.wav", 600_000);
    ben.go("uploads");
    assertThat(ben.page().locator(".upload")).hasCount(3);
    take(ben, "app-uploads");
  }

  /** Axe finds nothing, nothing is cut off, and the picture is there. */
  private static void take(AppCopy copy, String name) throws Exception {
    copy.look(name);
    Path picture = PICTURES.resolve(name + (copy.isDark() ? "-dark" : "") + ".png");
    copy.page().screenshot(new Page.ScreenshotOptions().setPath(picture));
    assertThat(Files.size(picture)).as(name).isBetween(10_000L, 300_000L);
  }
}
