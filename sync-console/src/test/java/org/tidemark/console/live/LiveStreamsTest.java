package org.tidemark.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
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

  /** A page that stands open, and what it was told. */
  private LiveStream open(String session, LiveStream.Source source, Told told) throws IOException {
    return new LiveStream(session, told.connection(), source, streams::remove);
  }

  @Test
  void page_thatCannotBeTold_ends_andHoldsUpNoOther() throws IOException {
    asked("a", 0);
    Told broken = new Told();
    Told other = new Told();
    streams.add(
        open(
            "a",
            () -> {
              throw new IllegalStateException("nobody can count that");
            },
            broken));
    streams.add(open("a", () -> "{}", other));

    streams.tell();
    assertThat(broken.isOver).isTrue();
    assertThat(other.text()).isEqualTo("data: {}\n\n");
    assertThat(other.isOver).isFalse();
  }

  @Test
  void page_whoseSessionEndsWhileItComes_isToldNothing() throws IOException {
    Told told = new Told();
    streams.add(open("signed out", () -> "{}", told));
    streams.tell();
    assertThat(told.isOver).isTrue();
    assertThat(told.text()).isEmpty();
  }

  @Test
  void time_thatNoDatabaseHolds_isNone() {
    assertThat(LiveServlet.time("+999999999-12-31T23:59:59Z")).isNull();
    assertThat(LiveServlet.time("-0001-01-01T00:00:00Z")).isNull();
    assertThat(LiveServlet.time("2026-01-01T00:00:00.123456Z"))
        .isEqualTo(Instant.parse("2026-01-01T00:00:00.123456Z"));
  }
}
