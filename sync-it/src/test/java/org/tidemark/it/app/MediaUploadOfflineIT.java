package org.tidemark.it.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.browser.Screen;

/** The mission's "Media upload offline → sync", as two people see it. */
@ExtendWith(InPairs.class)
class MediaUploadOfflineIT {

  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
  private static final int SOUND_BYTES = 6 << 20;

  /** Longer than what only informs is shown. */
  private static final int A_WHILE_MS = 20_000;

  private Pair pair;
  private AppCopy ana;
  private AppCopy ben;

  @BeforeEach
  void start(@TempDir Path folder, Pairs pairs) {
    pair = pairs.open(folder, Screen.PHONE, Screen.DESK);
    ana = pair.ana;
    ben = pair.ben;
  }

  private void attach(String name, String type, byte[] content) {
    ana.field("Attach a file").setInputFiles(new FilePayload(name, type, content));
  }

  /** As above, without a network; with one, a small file may be there before anyone looks. */
  private void attachOffline(String name, String type, byte[] content) {
    attach(name, type, content);
    assertThat(ana.page().locator(".upload")).containsText(name);
  }

  @Test
  void picture_attachedOffline_isSeenByBoth_onceThereIsANetwork() {
    ana.goOffline();
    ana.note("Cake", "With candles");
    attachOffline("cake.png", "image/png", PICTURE);
    assertThat(ana.page().locator(".upload")).containsText("waits");
    assertThat(ana.link("Uploads, 1 waiting")).isVisible();
    ana.look("attached-offline");

    ana.turnNetwork();
    assertThat(ana.notices()).containsText("cake.png is uploaded");
    ben.openRecord("Cake");
    for (AppCopy copy : new AppCopy[] {ana, ben}) {
      Locator photo = copy.page().locator(".photo img");
      assertThat(photo).isVisible();
      copy.page().waitForFunction("() => document.querySelector('.photo img')?.naturalWidth === 1");
    }
    assertThat(ana.complaints()).isEmpty();
    assertThat(ben.complaints()).isEmpty();
  }

  @Test
  void picture_thatASoundHasReplaced_isPutBack() {
    ana.note("Cake", "With candles");
    attach("cake.png", "image/png", PICTURE);
    assertThat(ana.page().locator(".photo img")).isVisible();
    byte[] sound = "RIFF$\0\0\0WAVEfmt \0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    ana.field("Replace the file").setInputFiles(new FilePayload("song.wav", "audio/wav", sound));
    assertThat(ana.page().locator("#bar"))
        .containsText("song.wav has taken the place of the file of Note “Cake”.");
    assertThat(ana.page().locator(".photo")).containsText("This is a file that is not shown here");
    ana.look("replaced");
    ana.button("Put the old file back").click();
    assertThat(ana.page().locator("#bar")).containsText("The old file is back.");
    assertThat(ana.page().locator(".photo img")).isVisible();
    assertThat(ana.complaints())
        .noneMatch(words -> !words.contains("409") && !words.contains("415"));
  }

  @Test
  void uploaded_isTold_andTheNoticeLeavesByItself() {
    ana.holdClock();
    ana.note("Cake", "With candles");
    attach("cake.png", "image/png", PICTURE);
    assertThat(ana.notices()).containsText("cake.png is uploaded");
    ana.page().clock().runFor(A_WHILE_MS);
    assertThat(ana.page().locator(".notice")).hasCount(0);
  }

  @Test
  void largeFile_pausedAndResumed_arrivesAfterTheBreak() {
    ana.goOffline();
    ana.note("Concert", "");
    byte[] sound = new byte[SOUND_BYTES];
    byte[] head = "RIFF$\0\0\0WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(head, 0, sound, 0, head.length);
    attachOffline("concert.wav", "audio/wav", sound);
    ana.button("Pause: concert.wav").click();
    assertThat(ana.page().locator(".upload")).containsText("is paused");
    ana.turnNetwork();
    assertThat(ana.page().locator("#state")).hasText("Online");
    assertThat(ana.page().locator(".upload")).containsText("is paused");
    ana.go("uploads");
    ana.button("Resume: concert.wav").click();
    assertThat(ana.notices()).containsText("concert.wav is uploaded");
    assertThat(ana.page().locator(".upload")).containsText("is there");
    assertThat(ana.complaints()).isEmpty();

    ana.openRecord("Concert");
    assertThat(ana.page().locator(".photo")).containsText("This is a file that is not shown here");
    ana.look("sound");
    Download taken = ana.page().waitForDownload(() -> ana.link("Download it").click());
    assertThat(taken.suggestedFilename()).endsWith(".wav");
    assertThat(taken.path()).hasBinaryContent(sound);
  }
}
