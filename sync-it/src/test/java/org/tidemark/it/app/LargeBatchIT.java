package org.tidemark.it.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** The mission's "Large batch sync with conflicts": 5,000 records, 300 clashes, a bounded page. */
@ExtendWith({WithServer.class, InBrowser.class})
class LargeBatchIT {

  private static final int RECORDS = 5_000;
  private static final int BATCH = 1_000;
  private static final int CLASHES = 300;
  private static final int MOST_ELEMENTS = 700;

  /** Edits a record as the page does, for the first so many. */
  private static final String EDIT_MANY =
      """
      async ([space, many]) => {
        const name = new URLSearchParams({ space, type: 'invoice' });
        for (let i = 0; i < many; i++) {
          name.set('id', `bill-${String(i).padStart(4, '0')}`);
          const seen = await (await fetch(`/api/record?${name}`)).json();
          const answer = await fetch(`/api/record?${name}`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ seen: seen.seen, set: { '/amount': { kind: 'NUMBER', text: '110' } } }),
          });
          if (!answer.ok) {
            throw new Error(await answer.text());
          }
        }
      }
      """;

  private final TestServer server;
  private final TestBrowser browser;
  private Pair pair;
  private AppCopy ben;

  LargeBatchIT(TestServer server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
  }

  @BeforeEach
  void start(@TempDir Path folder) {
    pair = new Pair(server, browser, folder, Screen.DESK, Screen.PHONE);
    ben = pair.ben;
  }

  @AfterEach
  void stop() {
    pair.close();
  }

  private void push(Device device, int from, int to, IntFunction<Edit> edit) {
    List<Edit> edits = new ArrayList<>();
    for (int i = from; i < to; i++) {
      edits.add(edit.apply(i).in(pair.space));
    }
    device.pushAll(edits);
  }

  private static Edit invoice(int number, int amount) {
    String id = "bill-%04d".formatted(number);
    return Edit.upsert("invoice", id, "{\"number\":\"%s\",\"amount\":%d}".formatted(id, amount));
  }

  private int elements() {
    return (int) ben.page().evaluate("document.querySelectorAll('*').length");
  }

  @Test
  void manyRecords_manyConflicts_oneBoundedPage() {
    for (int from = 0; from < RECORDS; from += BATCH) {
      push(pair.anasOther(), from, from + BATCH, i -> invoice(i, 100));
    }
    ben.go("records/invoice");
    assertThat(ben.page().locator(".view > .quiet")).containsText("5000 invoices, 50 shown");
    assertThat(elements()).isLessThan(MOST_ELEMENTS);

    ben.turnNetwork();
    assertThat(ben.page().locator("#state")).hasText("Offline, by the switch");
    ben.page().evaluate(EDIT_MANY, List.of(pair.space, CLASHES));
    push(pair.anasOther(), 0, CLASHES, i -> invoice(i, 120).on(1));
    ben.turnNetwork();
    assertThat(ben.link("Conflicts, 300 waiting")).isVisible();
    assertThat(ben.page().locator(".notice")).hasCount(5);
    ben.go("conflicts");
    assertThat(ben.page().locator(".view .quiet").first()).containsText("300 records changed");
    assertThat(ben.page().locator(".list > li")).hasCount(50);
    assertThat(elements()).isLessThan(MOST_ELEMENTS);
    ben.look("many-conflicts");

    ben.link("Next page").click();
    assertThat(ben.link("First page")).isVisible();
    ben.page().locator(".list a").first().click();
    assertThat(ben.dialog().locator("td")).hasText(new String[] {"110", "120"});
    ben.button("Use Server").click();
    assertThat(ben.link("Conflicts, 299 waiting")).isVisible();
    assertThat(ben.complaints()).isEmpty();
  }
}
