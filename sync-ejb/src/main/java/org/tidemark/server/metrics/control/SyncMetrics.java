package org.tidemark.server.metrics.control;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.tidemark.core.chain.SyncStatus;

/**
 * The figures of the sync itself.
 *
 * <p>Entity types are open by default, so a client could invent any number: only the first ones get
 * a series of their own, the rest share one.
 */
@ApplicationScoped
public class SyncMetrics {
  private static final int MOST_TYPES = 100;
  private static final String OTHER_TYPES = "(other)";

  private final ConcurrentMap<String, Map<SyncStatus, Counter>> verdicts =
      new ConcurrentHashMap<>();
  private final AtomicLong openConflicts = new AtomicLong();

  private final MeterRegistry registry;
  private final Tallies tallies;
  private final DistributionSummary batchSizes;
  private final Timer pushes;
  private final Timer pulls;
  private final Counter replaysFromCache;
  private final Counter replaysFromDatabase;

  /** For the container's proxy only. */
  SyncMetrics() {
    this(new CompositeMeterRegistry(), new Tallies());
  }

  @Inject
  SyncMetrics(MeterRegistry registry, Tallies tallies) {
    this.registry = registry;
    this.tallies = tallies;
    batchSizes = registry.summary("sync.push.batch.size");
    pushes = registry.timer("sync.push");
    pulls = registry.timer("sync.pull");
    replaysFromCache = replays("cache");
    replaysFromDatabase = replays("database");
  }

  @PostConstruct
  void watchOpenConflicts() {
    registry.gauge("sync.conflicts.open", openConflicts);
  }

  public void pushed(int mutations, Duration took) {
    batchSizes.record(mutations);
    pushes.record(took);
  }

  public void pulled(Duration took) {
    pulls.record(took);
  }

  /** A client pulled that was last up to date so long ago. */
  public void wasBehind(Duration lag) {
    tallies.add(Tally.behind(lag), 1);
  }

  /** A mutation was decided. */
  public void decided(String entityType, SyncStatus status) {
    boolean room = verdicts.size() < MOST_TYPES || verdicts.containsKey(entityType);
    Map<SyncStatus, Counter> counters =
        verdicts.computeIfAbsent(room ? entityType : OTHER_TYPES, this::counters);
    Counter counter = counters.get(status);
    if (counter != null) {
      counter.increment();
    }
    tallies.add(Tally.of(status), 1);
  }

  public void replayedFromCache() {
    replaysFromCache.increment();
    tallies.add(Tally.REPLAYED, 1);
  }

  public void replayedFromDatabase() {
    replaysFromDatabase.increment();
    tallies.add(Tally.REPLAYED, 1);
  }

  public void openConflicts(long count) {
    openConflicts.set(count);
  }

  private Map<SyncStatus, Counter> counters(String entityType) {
    Map<SyncStatus, Counter> counters = new EnumMap<>(SyncStatus.class);
    for (SyncStatus status : SyncStatus.values()) {
      counters.put(
          status, registry.counter("sync.verdicts", "type", entityType, "status", status.name()));
    }
    return counters;
  }

  private Counter replays(String source) {
    return registry.counter("sync.replays", "source", source);
  }
}
