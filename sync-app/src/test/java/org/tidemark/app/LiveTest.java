package org.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.app.Browser.Stream;
import org.tidemark.app.Home.Copy;

/** What open pages are told by themselves. */
class LiveTest {

  private Home home;
  private Copy copy;

  @BeforeEach
  void start(@TempDir Path folder) throws InterruptedException {
    home = new Home(folder);
    copy = home.ana();
    copy.browser().enter(copy.addresses().take());
  }

  @AfterEach
  void stop() {
    home.close();
  }

  @Test
  void edit_isToldToEveryPage() throws Exception {
    try (Stream one = copy.browser().listen();
        Stream two = copy.browser().listen()) {
      copy.browser().post("/api/records?space=demo&type=note", "{}").good();
      for (Stream stream : List.of(one, two)) {
        String told = stream.next();
        while (!told.contains("RECORDS")) {
          assertThat(told).isNotEmpty();
          told = stream.next();
        }
      }
    }
  }

  /** A browser has six connections to a server: tabs that listen must leave some for all else. */
  @Test
  void oneTabTooMany_takesThePlaceOfTheOldest_whichIsToldNotToComeBackByItself() throws Exception {
    List<Stream> streams = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      streams.add(copy.browser().listen());
    }
    String told = streams.get(0).next();
    while (!told.equals("data: {}")) {
      assertThat(told).isNotEmpty();
      told = streams.get(0).next();
    }
    assertThat(streams.get(0).next()).isEmpty();
    copy.browser().get("/api/status").good();
    for (Stream stream : streams) {
      stream.close();
    }
  }

  @Test
  void end_endsTheStreams() throws Exception {
    try (Stream stream = copy.browser().listen()) {
      home.close();
      String told = stream.next();
      while (!told.isEmpty()) {
        told = stream.next();
      }
    }
  }
}
