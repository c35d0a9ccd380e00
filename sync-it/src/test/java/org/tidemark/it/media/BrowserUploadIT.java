package org.tidemark.it.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.browser.NpmFolder;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithOtherSettings;

/** Unmodified Uppy in a real browser, on a page of another origin that the server knows. */
@ExtendWith(WithOtherSettings.class)
class BrowserUploadIT {
  private static final int LARGE = (17 << 20) + 3;
  private static TestBrowser browser;
  private static String script;

  private final Device device;
  private final String api;
  private final String token;

  BrowserUploadIT(TestServer server) {
    String user = TestServer.unique("ana");
    device = server.device(user);
    api = device.http().sync() + "/api/v1/media";
    token = server.token(user, "user");
  }

  @BeforeAll
  static void openBrowser() throws IOException {
    NpmFolder npm = NpmFolder.of(BrowserUploadIT.class, "uppy", List.of("page.js"));
    npm.run(
        Map.of(),
        List.of(
            "node_modules/.bin/esbuild",
            "page.js",
            "--bundle",
            "--format=iife",
            "--outfile=bundle.js"));
    script = Files.readString(npm.path().resolve("bundle.js"));
    browser = TestBrowser.start();
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @Test
  void smallFile_ofAnotherOrigin_isStoredByOnePut(@TempDir Path folder) throws IOException {
    try (BrowserContext session = browser.session(Screen.PHONE)) {
      byte[] file = Samples.png();
      Page page = open(session, WithOtherSettings.ORIGIN);
      choose(page, folder.resolve("photo.png"), file);
      begin(page, false);
      assertStored(page, file);
    }
  }

  @Test
  void largeFile_pausedAndResumed_isStoredInParts(@TempDir Path folder) throws IOException {
    try (BrowserContext session = browser.session(Screen.PHONE)) {
      byte[] file = Samples.wave(LARGE);
      Page page = open(session, WithOtherSettings.ORIGIN);
      choose(page, folder.resolve("concert.wav"), file);
      begin(page, true);
      page.waitForFunction("window.said.paused");
      assertThat(page.evaluate("window.said.listed.length")).as("asked before").isEqualTo(0);
      page.evaluate("window.resume()");
      assertStored(page, file);
      assertThat(page.evaluate("window.said.listed[0] >= 1 && window.said.listed[0] < 3"))
          .as("the server told which parts it had")
          .isEqualTo(true);
    }
  }

  @Test
  void originThatTheServerDoesNotKnow_isKeptOut() {
    try (BrowserContext session = browser.session(Screen.PHONE)) {
      Page known = open(session, WithOtherSettings.ORIGIN);
      Page other = open(session, "https://elsewhere.example");
      String call = "([api, token]) => window.tryApi(api, token)";
      assertThat(known.evaluate(call, List.of(api, token))).asString().startsWith("answered");
      assertThat(other.evaluate(call, List.of(api, token))).isEqualTo("kept out");
    }
  }

  private static Page open(BrowserContext session, String origin) {
    Page page = session.newPage();
    page.route(
        origin + "/**",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html")
                    .setBody(
                        "<!doctype html><html lang=en><title>Upload</title><input type=file>")));
    page.navigate(origin + "/");
    page.evaluate(script);
    return page;
  }

  private static void choose(Page page, Path path, byte[] file) throws IOException {
    page.setInputFiles("input", Files.write(path, file));
  }

  private void begin(Page page, boolean pausing) {
    page.evaluate(
        "([api, token, pausing]) => window.begin(api, token, pausing)",
        List.of(api, token, pausing));
  }

  private void assertStored(Page page, byte[] file) {
    Object sha256 = page.evaluate("window.ending.then((media) => media.sha256)");
    assertThat(sha256).isEqualTo(Samples.sha256(file));
    Object id = page.evaluate("window.ending.then((media) => media.mediaId)");
    assertThat(new Uploader(device.http()).get(String.valueOf(id)).body()).isEqualTo(file);
  }
}
