package org.tidemark.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class TestBrowserTest {

  @Test
  void page_inADarkPhone_isDarkAndNarrow() {
    try (TestBrowser browser = TestBrowser.start();
        BrowserContext session = browser.session(Screen.PHONE_DARK)) {
      Page page = session.newPage();
      assertThat(page.evaluate("[innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]"))
          .asString()
          .isEqualTo("[390, true]");
    }
  }

  @Test
  void violations_imageWithoutWords_areFound() {
    try (TestBrowser browser = TestBrowser.start();
        BrowserContext session = browser.session(Screen.DESK)) {
      Page page = session.newPage();
      page.setContent("<html lang=en><title>A</title><main><h1>A</h1><img src='/a.png'></main>");
      assertThat(TestBrowser.violations(page)).singleElement().asString().startsWith("image-alt");
      page.setContent("<html lang=en><title>A</title><main><h1>A</h1></main>");
      assertThat(TestBrowser.violations(page)).isEmpty();
    }
  }

  /** Where Chromium is on the path the package would never be tried. */
  @Test
  void packagedChromium_starts() {
    Program program = new Chromiums(name -> null, name -> null).find();
    try (TestBrowser browser = TestBrowser.start(program);
        BrowserContext session = browser.session(Screen.DESK)) {
      Page page = session.newPage();
      page.setContent("<html lang=en><title>Packaged</title>");
      assertThat(page.title()).isEqualTo("Packaged");
    }
  }
}
