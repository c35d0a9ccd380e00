package org.tidemark.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.media.Uploader;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** Files that records name are seen where the sides of a conflict are. */
@ExtendWith({WithServer.class, WithBrowser.class})
class PicturesIT {
  private final TestServer server;
  private final TestBrowser browser;
  private final Clashing ana;
  private final Uploader uploader;

  PicturesIT(TestServer server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
    ana = Clashing.of(server);
    uploader = new Uploader(ana.phone().http());
  }

  private static byte[] picture(Color color) {
    BufferedImage image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(color);
    pen.fillRect(0, 0, 320, 200);
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private String url(String name, String type, byte[] bytes) {
    return uploader.store(name, type, bytes).at("url").text();
  }

  private String conflict(String base, String server, String client) {
    return ana.on("note", "n-1", note("a", base), note("b", server), note("c", client));
  }

  private static String note(String title, String photo) {
    return "{\"title\":\"%s\",\"photo\":\"%s\"}".formatted(title, photo);
  }

  @Test
  void pictures_areSeen_andOtherFilesAreNamed() {
    String id =
        conflict(
            url("plan.txt", "text/plain", "to do".getBytes(StandardCharsets.UTF_8)),
            url("wall.png", "image/png", picture(Color.ORANGE)),
            url("floor.png", "image/png", picture(Color.BLUE)));
    for (Screen screen : new Screen[] {Screen.PHONE_DARK, Screen.DESK}) {
      try (Console console = Console.admin(server, browser, screen, ana.page(id))) {
        Page page = console.page();
        Locator sides = page.locator("fieldset[data-path='/photo'] .side");
        page.locator("fieldset.settled summary:not([hidden])").first().click();
        assertThat(sides.nth(0).locator("img")).hasCount(0);
        assertThat(sides.nth(0).locator(".file")).hasText("plan.txt text/plain, 5 bytes");
        for (int side = 1; side <= 2; side++) {
          Locator image = sides.nth(side).locator("img");
          image.scrollIntoViewIfNeeded();
          page.waitForCondition(
              () -> Integer.valueOf(320).equals(image.evaluate("image => image.naturalWidth")));
        }
        assertThat(sides.nth(1).locator("img")).hasAttribute("alt", "Picture wall.png");
        console.look("conflict-pictures");
      }
    }
  }

  @Test
  void policyOfThePage_letsPicturesInFromWhereMediaAre_andFromNowhereElse() {
    String id = ana.amount("bill-1");
    URI sync = server.server().addresses().sync();
    String origin = sync.getScheme() + "://" + sync.getRawAuthority();
    try (Console console = Console.admin(server, browser, Screen.DESK, "/queue.xhtml")) {
      assertThat(imagePolicy(console.page().reload())).isEqualTo("img-src 'self'");
      console.go(ana.page(id));
      assertThat(imagePolicy(console.page().reload())).isEqualTo("img-src 'self' " + origin);
    }
  }

  private static String imagePolicy(Response page) {
    String policy = page.headerValue("content-security-policy");
    int from = policy.indexOf("img-src");
    return policy.substring(from, policy.indexOf(';', from)).strip();
  }

  @Test
  void fileOfAnotherSpace_isNotShown() {
    Clashing eve = Clashing.of(server);
    String secret =
        new Uploader(eve.phone().http())
            .store("secret.png", "image/png", picture(Color.RED))
            .at("url")
            .text();
    String id = conflict("none", secret, "/media/aaaaaaaaaaaaaaaaaaaaaaaaaa");
    try (Console console = Console.admin(server, browser, Screen.DESK, ana.page(id))) {
      Locator files = console.page().locator("fieldset[data-path='/photo'] .file");
      assertThat(files).hasText(new String[] {"The file is not there.", "The file is not there."});
      assertThat(console.page().locator("fieldset img")).hasCount(0);
    }
  }
}
