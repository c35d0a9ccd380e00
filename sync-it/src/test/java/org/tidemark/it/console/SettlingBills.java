package org.tidemark.it.console;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.browser.Screen;
import org.tidemark.browser.TestBrowser;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.WithServer;

/** Tests of the pages that settle many conflicts at once, each over bills of its own. */
@ExtendWith({WithServer.class, WithBrowser.class})
abstract class SettlingBills {
  final TestServer server;
  final Bills bills;
  private final TestBrowser browser;

  SettlingBills(TestServer server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
    bills = Bills.of(server);
  }

  /** What waits would be counted by the tests of other pages. */
  @AfterEach
  void settleWhatWaits() {
    bills.settle();
  }

  /** An administrator before the queue of the bills. */
  final Console admin(Screen screen) {
    return Console.admin(server, browser, screen, bills.queue());
  }

  /** An auditor before it. */
  final Console auditor(Screen screen) {
    return Console.auditor(server, browser, screen, bills.queue());
  }
}
