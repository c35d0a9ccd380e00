package org.tidemark.server.media.control;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.tidemark.core.media.MediaState;

/** The figures of media. */
@ApplicationScoped
public class MediaMetrics {
  private final Map<MediaState, Counter> ended = new EnumMap<>(MediaState.class);
  private final AtomicLong storedBytes = new AtomicLong();
  private final AtomicLong stagedBytes = new AtomicLong();

  private final MeterRegistry registry;
  private final Counter received;
  private final Counter served;
  private final Counter lost;
  private final Counter swept;
  private final Timer completions;

  /** For the container's proxy only. */
  MediaMetrics() {
    this(new CompositeMeterRegistry());
  }

  @Inject
  MediaMetrics(MeterRegistry registry) {
    this.registry = registry;
    received = registry.counter("sync.media.received.bytes");
    served = registry.counter("sync.media.served.bytes");
    lost = registry.counter("sync.media.lost");
    swept = registry.counter("sync.media.swept");
    completions = registry.timer("sync.media.complete");
    for (MediaState state : MediaState.values()) {
      if (!state.isLiveUpload()) {
        ended.put(state, registry.counter("sync.media.ended", "state", state.name()));
      }
    }
  }

  @PostConstruct
  void watchBytes() {
    registry.gauge("sync.media.stored.bytes", storedBytes);
    registry.gauge("sync.media.staged.bytes", stagedBytes);
  }

  public void received(long bytes) {
    received.increment(bytes);
  }

  public void served(long bytes) {
    served.increment(bytes);
  }

  /** An upload or a media has come to this state. */
  public void ended(MediaState state, int count) {
    Counter counter = ended.get(state);
    if (counter != null) {
      counter.increment(count);
    }
  }

  public void completed(Duration took) {
    completions.record(took);
  }

  /** Bytes that a row speaks of were not there. */
  public void lost() {
    lost.increment();
  }

  /** Bytes that no row speaks of were removed. */
  public void swept() {
    swept.increment();
  }

  public void bytes(Quota.Totals totals) {
    storedBytes.set(totals.storedBytes());
    stagedBytes.set(totals.stagedBytes());
  }
}
