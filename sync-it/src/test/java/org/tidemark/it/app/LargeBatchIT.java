package org.tidemark.it.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.browser.Screen;

/** The mission's "Large batch sync with conflicts": 5,000 records, 300 clashes, a bounded page. */
@ExtendWith(InPairs.class)
class LargeBatchIT {

  private static final int RECORDS = 5_000;
  private static final int CLASHES = 300;
  private static final int MOST_ELEMENTS = 700;

  private Pair pair;
  private AppCopy ben;

  @BeforeEach
  void start(@TempDir Path folder, Pairs pairs) {
    pair = pairs.open(folder, Screen.DESK, Screen.PHONE);
    ben = pair.ben;
  }

  private int elements() {
    return (int) ben.page().evaluate("document.querySelectorAll('*').length");
  }

  @Test
  void manyRecords_manyConflicts_oneBoundedPage() {
    Bills bills = new Bills(pair);
    bills.make(RECORDS);
    assertThat(elements()).isLessThan(MOST_ELEMENTS);

    bills.clash(CLASHES);
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
