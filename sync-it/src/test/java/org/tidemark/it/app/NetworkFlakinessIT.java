package org.tidemark.it.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.browser.Screen;
import org.tidemark.it.client.Fault;
import org.tidemark.it.client.ProxiedRequest.Kind;
import org.tidemark.it.client.UnreliableProxy;

/** The mission's "Network flakiness scenarios", as people see them. */
@ExtendWith(InPairs.class)
class NetworkFlakinessIT {

  private UnreliableProxy network;
  private Pair pair;
  private AppCopy ana;
  private AppCopy ben;

  @BeforeEach
  void start(@TempDir Path folder, Pairs pairs) {
    network = new UnreliableProxy(pairs.server.server().addresses().sync());
    pair = pairs.open(folder, Screen.DESK, Screen.PHONE, network.address());
    ana = pair.ana;
    ben = pair.ben;
  }

  @AfterEach
  void stop() {
    network.close();
  }

  @Test
  void lostAnswers_andBusyServer_doNothingTwice_andNeedNobody() {
    network.order(Kind.PUSH, new Fault.LostAnswer(), new Fault.CutAnswer(20), Fault.status(500));
    ben.note("Party", "Saturday");
    ben.button("One vote more").click();
    assertThat(ben.page().locator("strong").last()).hasText("1");
    assertThat(ben.page().locator(".mark")).hasCount(0);
    ana.openRecord("Party");
    assertThat(ana.page().locator(".view strong")).hasText("1");
    assertThat(ana.field("Text")).hasValue("Saturday");
  }

  @Test
  void networkGone_isTold_editsStay_andGoOutWhenItIsBack() {
    network.down();
    ben.note("Tunnel", "No signal");
    assertThat(ben.page().locator("#state")).hasText("The server can’t be reached");
    assertThat(ben.page().locator(".mark")).hasText("not sent yet");
    assertThat(ben.page().locator(".saved")).hasText("Saved on this device; goes out by itself.");
    ben.look("saved-here");
    ben.go("waiting");
    assertThat(ben.page().locator(".view"))
        .containsText("1 change; goes out as soon as the server can be reached");
    assertThat(ben.page().getByRole(AriaRole.ALERT).first())
        .containsText("Your changes are safe on this device");
    ben.look("no-network");
    network.up();
    ben.button("Retry").first().click();
    assertThat(ben.page().locator("#state")).hasText("Online");
    ana.openRecord("Tunnel");
    assertThat(ana.field("Text")).hasValue("No signal");
    assertThat(ben.complaints()).isEmpty();
  }
}
