package org.tidemark.server.media.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.media.ContentKey;
import org.tidemark.media.store.MediaStore;
import org.tidemark.media.store.StagedName;
import org.tidemark.media.store.StoreException;
import org.tidemark.media.store.StoredName;
import org.tidemark.server.database.OutageLog;
import org.tidemark.server.media.control.Contents.Content;
import org.tidemark.server.media.control.MediaMetrics;
import org.tidemark.server.media.control.TemporaryFiles;
import org.tidemark.server.settings.MediaSettings;

/**
 * Ends what has lived long enough, and mends what a crash left: bytes without a row are removed,
 * rows without bytes are marked.
 *
 * <p>Every node may run it. Each turn does bounded work in small transactions, which leave alone
 * what another node has locked; bytes are removed after the transaction that says so, so a crash
 * between the two leaves bytes without a row.
 */
@Singleton
@Lock(LockType.READ)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MediaUpkeep {
  private static final Logger LOG = Logger.getLogger(MediaUpkeep.class);
  private static final int STEP = 100;
  private static final int MOST_STEPS = 20;
  private static final int PAGE = 500;

  /** So often is a media looked at in the time after which it is an orphan. */
  private static final int LOOKS_IN_A_LIFE = 7;

  private static final Duration LOOK_FOR_BYTES = Duration.ofDays(1);

  @Inject private UploadSteps uploads;
  @Inject private UpkeepSteps steps;
  @Inject private LostBytes lost;
  @Inject private MediaStore store;
  @Inject private TemporaryFiles temporaryFiles;
  @Inject private MediaSettings settings;
  @Inject private MediaMetrics metrics;
  @Inject private InstantSource clock;
  @Inject private OutageLog outages;

  private volatile String stagedAfter = "";
  private volatile String storedAfter = "";

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  void idleUploads() {
    watch(
        () -> {
          Instant now = clock.instant();
          forEach(
              steps.dueUploads(now, STEP * MOST_STEPS),
              id ->
                  uploads
                      .expire(id, now)
                      .ifPresent(upload -> store.discard(upload.id(), upload.handle())));
        });
  }

  @Schedule(hour = "*", minute = "*", second = "5/10", persistent = false)
  void orphans() {
    watch(
        () -> {
          Instant now = clock.instant();
          Instant before = now.minus(settings.orphanLife().dividedBy(LOOKS_IN_A_LIFE));
          int looks = 0;
          int lookedAt;
          do {
            lookedAt = steps.check(now, before, STEP);
          } while (lookedAt == STEP && ++looks < MOST_STEPS);
          int deleted = 0;
          boolean isMore;
          do {
            isMore = deleteNext(now);
          } while (isMore && ++deleted < STEP);
        });
  }

  private boolean deleteNext(Instant now) {
    UpkeepSteps.Ended ended = steps.endNextOrphan(now);
    Optional<ContentKey> unused = ended.unused();
    unused.ifPresent(store::delete);
    return ended.wasThere();
  }

  @Schedule(hour = "*", minute = "*", second = "7/20", persistent = false)
  void lostBytes() {
    watch(
        () -> {
          Instant now = clock.instant();
          forEach(steps.due(now, now.minus(LOOK_FOR_BYTES), STEP), this::lookFor);
        });
  }

  private void lookFor(Content content) {
    if (!store.has(content.key(), content.sizeBytes())) {
      lost.note(content);
    }
  }

  /** Goes through the whole store, a page in each turn. */
  @Schedule(hour = "*", minute = "*", second = "13/15", persistent = false)
  void bytesWithoutRow() {
    Instant before = clock.instant().minus(settings.uploadLife());
    outages.watchOccasional(() -> withStore(() -> sweepStaged(before)));
    outages.watchOccasional(() -> withStore(() -> sweepStored(before)));
    temporaryFiles.removeOlder(before);
  }

  private void sweepStaged(Instant before) {
    List<StagedName> page = store.staged(stagedAfter, PAGE);
    stagedAfter = page.size() < PAGE ? "" : page.get(PAGE - 1).place();
    List<StagedName> old = page.stream().filter(name -> name.since().isBefore(before)).toList();
    Set<String> live = steps.live(old.stream().map(name -> name.upload().value()).toList());
    forEach(
        old.stream().filter(name -> !live.contains(name.upload().value())).toList(),
        name -> {
          store.discard(name.upload(), name.handle());
          metrics.swept();
        });
  }

  private void sweepStored(Instant before) {
    List<StoredName> page = store.stored(storedAfter, PAGE);
    storedAfter = page.size() < PAGE ? "" : page.get(PAGE - 1).key().value();
    List<StoredName> old = page.stream().filter(name -> name.since().isBefore(before)).toList();
    Set<String> known = steps.known(old.stream().map(name -> name.key().value()).toList());
    forEach(
        old.stream().filter(name -> !known.contains(name.key().value())).toList(),
        name -> {
          store.delete(name.key());
          metrics.swept();
        });
  }

  /** Does it for all: what the store cannot do for one of them must not hold up the others. */
  private static <T> void forEach(List<T> all, Consumer<T> work) {
    @Nullable StoreException first = null;
    for (T one : all) {
      try {
        work.accept(one);
      } catch (StoreException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  @Schedule(hour = "*", minute = "*", second = "3/30", persistent = false)
  void keysAndFigures() {
    watch(
        () -> {
          Instant now = clock.instant();
          steps.rotateKeys(now);
          steps.forgetDeleted(now);
          metrics.bytes(steps.totals());
        });
  }

  private void watch(Runnable work) {
    outages.watch(() -> withStore(work));
  }

  /** A store that is away is told once a turn; the next turn comes by itself. */
  private static void withStore(Runnable work) {
    try {
      work.run();
    } catch (StoreException e) {
      LOG.warnf("the media store cannot do what it is asked: %s", e.getCause());
    }
  }
}
