package org.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.app.Browser.Answer;
import org.tidemark.app.Home.Copy;
import org.tidemark.app.http.Call;

/** Who is let in, by real requests. */
class DoorTest {

  private static final String RECORDS = "/api/records?space=demo&type=note";

  private Home home;
  private Copy copy;
  private Browser browser;
  private String address;

  @BeforeEach
  void start(@TempDir Path folder) throws InterruptedException {
    home = new Home(folder);
    copy = home.ana();
    browser = copy.browser();
    address = copy.addresses().take();
  }

  @AfterEach
  void stop() {
    home.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/app.js", "/api/status", "/api/events", RECORDS, "/nothing", "/enter"})
  void anyPath_withoutTheCookie_isRefusedInASentence(String path) {
    Answer answer = browser.send("GET", path, Map.of(), "");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("program has printed");
  }

  @Test
  void address_letsInOnce_andTheNextOneIsTold() throws InterruptedException {
    Answer entered = browser.enter(address);
    assertThat(entered.status()).isEqualTo(303);
    assertThat(entered.header("Location")).isEqualTo("/");
    assertThat(entered.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict", "Path=/");
    browser.get("/").good();

    Browser other = new Browser(copy.app().authority());
    assertThat(other.enter(address).status()).isEqualTo(403);
    assertThat(other.get("/").status()).isEqualTo(403);
    other.enter(copy.addresses().take());
    other.get("/").good();
  }

  @Test
  void everyFileOfThePage_isServed() throws IOException {
    browser.enter(address);
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/org/tidemark/app/page"))) {
      files.map(file -> "/" + file.getFileName()).forEach(this::isServed);
    }
  }

  private void isServed(String file) {
    browser.get(file.replace("/index.html", "/")).good();
  }

  @Test
  void guessedToken_doesNotUseUpTheRightOne() {
    assertThat(browser.enter("/enter?token=x").status()).isEqualTo(403);
    assertThat(browser.enter("/enter").status()).isEqualTo(403);
    assertThat(browser.enter(address).status()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.test", "localhost", "127.0.0.1", "127.0.0.1:1", "[::1]:80", ""})
  void anotherHost_isRefused_alsoWithTheCookie(String host) {
    browser.enter(address);
    Map<String, String> headers = browser.own();
    headers.put("Host", host);
    Answer answer = browser.send("GET", "/api/status", headers, "");
    assertThat(answer.status()).isIn(400, 403);
    assertThat(answer.body()).doesNotContain("conflicts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.test", "http://127.0.0.1:1", "http://localhost", "null", ""})
  void change_byAnotherPage_isRefused(String origin) {
    browser.enter(address);
    Map<String, String> headers = browser.own();
    headers.put("Origin", origin);
    assertThat(browser.post(RECORDS, "{}", headers).json().get("code"))
        .hasToString("JsonString[value=WRONG_ORIGIN]");
    headers.remove("Origin");
    assertThat(browser.post(RECORDS, "{}", headers).status()).isEqualTo(403);
    assertThat(browser.get(RECORDS).good().body()).contains("\"count\":0");
  }

  @ParameterizedTest
  @CsvSource({"cross-site,403", "same-site,403", "same-origin,200", "none,200"})
  void reading_byAnotherPage_isRefused(String site, int status) {
    browser.enter(address);
    Map<String, String> headers = browser.own();
    headers.remove("Origin");
    headers.put("Sec-Fetch-Site", site);
    assertThat(browser.send("GET", "/api/status", headers, "").status()).isEqualTo(status);
  }

  @Test
  void cookieOfAnotherCopy_isNoKey() throws InterruptedException {
    browser.enter(address);
    Copy other = home.ben();
    other.browser().enter(other.addresses().take());
    Map<String, String> headers = browser.own();
    headers.put("Cookie", other.browser().cookie());
    assertThat(browser.send("GET", "/api/status", headers, "").status()).isEqualTo(403);
    headers.put("Cookie", other.browser().cookie() + "; " + browser.cookie());
    assertThat(browser.send("GET", "/api/status", headers, "").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/app.js", "/page.css", "/api/status", "/nothing", "/api/nothing"})
  void everyAnswer_keepsThePageSafe(String path) {
    browser.enter(address);
    for (Answer answer :
        new Answer[] {browser.get(path), new Browser(copy.app().authority()).get(path)}) {
      assertThat(answer.header("Content-Security-Policy"))
          .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
          .contains("frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  void unknownAddress_andWrongMethod_areProblems() {
    browser.enter(address);
    Answer unknown = browser.get("/api/nothing");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(browser.post("/api/status", "{}").status()).isEqualTo(405);
    assertThat(browser.send("GET", "/../pom.xml", browser.own(), "").status()).isIn(400, 404);
    assertThat(browser.get("/api/records?space=demo&space=x&type=note").status()).isEqualTo(400);
    assertThat(browser.get("/api/records?space=%ff%zz&type=note").status()).isEqualTo(400);
  }

  @Test
  void body_thatIsNoJsonOrTooLarge_isRefusedWithThePlace() {
    browser.enter(address);
    Map<String, String> headers = browser.own();
    headers.put("Content-Type", "text/plain");
    assertThat(browser.post(RECORDS, "{}", headers).status()).isEqualTo(415);
    assertThat(
            browser
                .post(RECORDS, "{'set':{'/a':{'kind':'NUMBER','text':'x'}}}")
                .json()
                .get("place"))
        .hasToString("JsonString[value=/set//a]");
    assertThat(browser.post(RECORDS, "{'a':1,'a':2}").status()).isEqualTo(400);
    String large = "{'x':'" + "a".repeat(Call.MOST_BODY_BYTES) + "'}";
    assertThat(browser.post(RECORDS, large).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "9999999", ""})
  void limit_thatIsNone_isRefused(String limit) {
    browser.enter(address);
    assertThat(browser.get(RECORDS + "&limit=" + limit).status()).isEqualTo(400);
  }

  /** Which of two counts is a matter of taste, so that it is no matter of trust. */
  @ParameterizedTest
  @ValueSource(strings = {"Host", "Origin", "Sec-Fetch-Site", "Cookie"})
  void header_thatStandsTwice_isRefused(String name) {
    browser.enter(address);
    Map<String, String> headers = browser.own();
    headers.put("Host", copy.app().authority());
    headers.merge(name, "x\r\n" + name + ": x", (own, twice) -> own + "\r\n" + name + ": evil");
    assertThat(browser.send("GET", "/api/status", headers, "").status()).isEqualTo(400);
  }

  @Test
  void head_isAnsweredWithoutABody_andWithoutAComplaint() {
    List<LogRecord> said = new CopyOnWriteArrayList<>();
    Logger logger = Logger.getLogger("com.sun.net.httpserver");
    Handler listening =
        new Handler() {
          @Override
          public void publish(LogRecord each) {
            said.add(each);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(listening);
    try {
      Answer answer = browser.send("HEAD", "/", Map.of(), "");
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.body()).isEmpty();
      assertThat(said).isEmpty();
    } finally {
      logger.removeHandler(listening);
    }
  }
}
