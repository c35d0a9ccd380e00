package org.tidemark.web.rest.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.identity.Role;

/** The live channel folds notices, keeps connections alive and within bounds. */
class ChangeStreamsTest {
  private static final Caller ANA = new Caller("ana", Set.of(Role.USER), "corr-1");
  private static final Caller BEN = new Caller("ben", Set.of(Role.USER), "corr-2");
  private static final String HELLO = "retry: 3000\n\n";
  private static final String CHANGED = "event: changed\ndata: {}\n\n";
  private static final String BEAT = ": still here\n\n";

  private final List<Runnable> listeners = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private int unsubscribed;
  private ChangeStreams streams = streams(2, 3);

  @BeforeEach
  void forget() {
    listeners.clear();
  }

  @Test
  void open_client_isToldAtOnceThatItMayHaveMissedSomething() {
    FakeSink sink = connect(ANA);

    assertThat(sink.taken()).isEqualTo(HELLO + CHANGED);
  }

  @Test
  void changed_manyTimesInShort_givesOneEventAtOnceAndOneLater() {
    FakeSink sink = connect(ANA);
    pass(Duration.ofSeconds(1));
    sink.taken();

    listeners.forEach(Runnable::run);
    listeners.forEach(Runnable::run);
    listeners.forEach(Runnable::run);
    assertThat(sink.taken()).isEqualTo(CHANGED);

    pass(ChangeStream.GAP);
    assertThat(sink.taken()).isEqualTo(CHANGED);
    pass(ChangeStream.GAP);
    assertThat(sink.taken()).isEmpty();
  }

  @Test
  void changed_clientIsSlow_isWrittenWhenItIsReady() {
    FakeSink sink = connect(ANA);
    pass(Duration.ofSeconds(1));
    sink.taken();
    sink.ready = false;
    listeners.forEach(Runnable::run);
    assertThat(sink.taken()).isEmpty();

    sink.ready = true;
    streams.ready(sink.stream());
    assertThat(sink.taken()).isEqualTo(CHANGED);
  }

  @Test
  void tick_idleConnection_getsAHeartbeat() {
    FakeSink sink = connect(ANA);
    sink.taken();

    pass(ChangeStream.HEARTBEAT.minusMillis(1));
    assertThat(sink.taken()).isEmpty();
    pass(Duration.ofMillis(1));
    assertThat(sink.taken()).isEqualTo(BEAT);
  }

  @Test
  void tick_brokenOrOldConnection_isEndedAndItsPlaceFree() {
    FakeSink broken = connect(ANA);
    FakeSink old = connect(ANA);
    assertThat(streams.reserve("ana")).isFalse();

    broken.broken = true;
    pass(Duration.ofSeconds(1));
    assertThat(broken.closed).isTrue();
    assertThat(old.closed).isFalse();
    assertThat(streams.size()).isEqualTo(1);

    pass(ChangeStream.LONGEST);
    assertThat(old.closed).isTrue();
    assertThat(unsubscribed).isEqualTo(2);
    assertThat(streams.reserve("ana")).isTrue();
    assertThat(streams.reserve("ana")).isTrue();
  }

  @Test
  void end_twice_freesOnePlace() {
    FakeSink first = connect(ANA);
    connect(ANA);
    streams.end(first.stream());
    streams.end(first.stream());

    assertThat(unsubscribed).isEqualTo(1);
    assertThat(streams.reserve("ana")).isTrue();
    assertThat(streams.reserve("ana")).isFalse();
  }

  @Test
  void reserve_limits_holdForAUserAndInAll() {
    connect(ANA);
    connect(ANA);
    assertThat(streams.reserve("ana")).isFalse();
    connect(BEN);
    assertThat(streams.reserve("ben")).isFalse();
    assertThat(streams.reserve("eve")).isFalse();
  }

  @Test
  void reserve_placesShort_findsThoseWhoVanished() {
    FakeSink alive = connect(ANA);
    FakeSink vanished = connect(ANA);
    alive.taken();
    vanished.breaksWhenWritten = true;

    assertThat(streams.reserve("ana")).isTrue();
    assertThat(vanished.closed).isTrue();
    assertThat(alive.taken()).isEqualTo(BEAT);
    assertThat(alive.closed).isFalse();
  }

  private ChangeStreams streams(int ofAUser, int inAll) {
    return new ChangeStreams(
        (caller, onChange) -> {
          listeners.add(onChange);
          return () -> unsubscribed++;
        },
        () -> now,
        ofAUser,
        inAll);
  }

  private FakeSink connect(Caller caller) {
    assertThat(streams.reserve(caller.user())).isTrue();
    FakeSink sink = new FakeSink();
    sink.stream = streams.open(caller, sink);
    streams.ready(sink.stream());
    return sink;
  }

  private void pass(Duration time) {
    now = now.plus(time);
    streams.tick();
  }

  /** A connection in memory. */
  private static final class FakeSink implements EventSink {
    private final StringBuilder written = new StringBuilder();
    private @Nullable ChangeStream stream;
    private boolean ready = true;
    private boolean broken;
    private boolean breaksWhenWritten;
    private boolean closed;

    ChangeStream stream() {
      return Objects.requireNonNull(stream);
    }

    String taken() {
      String text = written.toString();
      written.setLength(0);
      return text;
    }

    @Override
    public boolean isReady() {
      return ready;
    }

    @Override
    public boolean isBroken() {
      return broken;
    }

    @Override
    public void write(byte[] event) {
      broken = breaksWhenWritten;
      written.append(new String(event, StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
