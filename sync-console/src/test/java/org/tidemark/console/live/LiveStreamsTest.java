package org.tidemark.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveStreamsTest {
  private static final long LIFE = 1_000;

  private final List<String> ended = new ArrayList<>();
  private final LiveStreams streams = new LiveStreams();

  private void asked(String session, long at) {
    streams.asked(session, new LiveStreams.Session(at, LIFE, () -> ended.add(session)));
  }

  @Test
  void session_whereNobodyAsksForAPage_ends_howeverManyStreamsAskForMore() {
    asked("left open", 0);
    asked("in use", 0);
    asked("in use", 900);
    assertThat(streams.isRoom("left open", LIFE)).isTrue();

    streams.endIdle(LIFE);
    assertThat(ended).isEmpty();
    streams.endIdle(LIFE + 1);
    assertThat(ended).containsExactly("left open");
    assertThat(streams.isRoom("left open", LIFE + 1)).isFalse();
    assertThat(streams.isRoom("in use", LIFE + 1)).isTrue();
    streams.endIdle(LIFE + 2);
    assertThat(ended).as("once").containsExactly("left open");
  }

  @Test
  void session_thatNobodyKnows_getsNoStream() {
    asked("signed out", 0);
    streams.ended("signed out");
    assertThat(streams.isRoom("signed out", 1)).isFalse();
    assertThat(streams.isRoom("", 1)).isFalse();
  }
}
