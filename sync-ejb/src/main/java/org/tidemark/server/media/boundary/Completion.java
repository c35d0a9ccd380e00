package org.tidemark.server.media.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.tidemark.core.media.ContentKey;
import org.tidemark.core.media.MediaRejection;
import org.tidemark.core.media.NamedPart;
import org.tidemark.core.media.PartCheck;
import org.tidemark.core.media.ReceivedPart;
import org.tidemark.core.media.UploadId;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.media.store.Assembled;
import org.tidemark.media.store.BytesGone;
import org.tidemark.media.store.MediaStore;
import org.tidemark.media.store.StoreException;
import org.tidemark.server.database.Retry;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.media.boundary.MediaSteps.Finished;
import org.tidemark.server.media.control.ContentJudge;
import org.tidemark.server.media.control.ContentJudge.Judgement;
import org.tidemark.server.media.control.Contents.Content;
import org.tidemark.server.media.control.MediaMetrics;
import org.tidemark.server.media.control.Names;
import org.tidemark.server.media.control.Upload;

/**
 * Makes media of an upload: puts the parts together, judges them, publishes the bytes, writes the
 * rows, and removes what was staged.
 *
 * <p>Every step may run twice, one after the other or at once on two nodes: bytes are published
 * under a new key each time, the row of the upload decides whose count, and the others are removed.
 * After a crash the upload stands as COMPLETING; completing it again does all that is left. Bytes
 * that were published without a row are found by their age.
 */
@ApplicationScoped
class Completion {
  private static final Logger LOG = Logger.getLogger(Completion.class);
  private static final int ATTEMPTS = 3;

  /** One request of a node works at an upload; the others are told to come again. */
  private final Set<UploadId> underWay = ConcurrentHashMap.newKeySet();

  @Inject private UploadSteps uploads;
  @Inject private MediaSteps media;
  @Inject private LostBytes lost;
  @Inject private MediaStore store;
  @Inject private ContentJudge judge;
  @Inject private Names names;
  @Inject private MediaMetrics metrics;
  @Inject private InstantSource clock;

  /**
   * Completes an upload that stands as COMPLETING.
   *
   * @param named the parts as the client knows them; empty: whatever came
   */
  StoredMedia complete(Caller caller, Upload upload, List<NamedPart> named) {
    if (!underWay.add(upload.id())) {
      throw Failures.uploadBusy();
    }
    boolean ended = false;
    try {
      Instant began = clock.instant();
      StoredMedia stored = finish(caller, upload, assemble(upload, named));
      ended = true;
      metrics.completed(Duration.between(began, clock.instant()));
      return stored;
    } catch (Rejected e) {
      uploads.reject(upload.id(), e.rejection);
      ended = true;
      throw Failures.rejected(e.rejection);
    } catch (BytesGone e) {
      return resultOfAnother(upload, List.of(new FieldProblem("/parts", "came anew meanwhile")));
    } catch (Incomplete e) {
      return resultOfAnother(upload, e.problems);
    } finally {
      end(upload, ended);
    }
  }

  /** Parts are taken again before another request may begin, which would find them closed. */
  private void end(Upload upload, boolean ended) {
    try {
      if (ended) {
        remove(() -> store.discard(upload.id(), upload.handle()));
      } else {
        uploads.takeMore(upload.id());
      }
    } finally {
      underWay.remove(upload.id());
    }
  }

  /** Bytes that nothing names any more are no matter of the caller's: a timer finds them too. */
  private static void remove(Runnable removal) {
    try {
      removal.run();
    } catch (StoreException e) {
      LOG.warnf("bytes of an upload are left to the upkeep: %s", e.getCause());
    }
  }

  /** Parts are missing: another request may have made media of them, and removed them. */
  private StoredMedia resultOfAnother(Upload upload, List<FieldProblem> problems) {
    return media.result(upload.id()).orElseThrow(() -> Failures.partsMismatch(problems));
  }

  private Assembled assemble(Upload upload, List<NamedPart> named) throws BytesGone, Incomplete {
    List<ReceivedPart> received = store.parts(upload.staging());
    List<FieldProblem> problems = PartCheck.problems(upload.plan(), received, named);
    if (!problems.isEmpty()) {
      throw new Incomplete(problems);
    }
    return store.assemble(upload.staging(), received);
  }

  private StoredMedia finish(Caller caller, Upload upload, Assembled assembled)
      throws Rejected, BytesGone {
    Judgement judgement = judge.judge(upload, assembled);
    MediaRejection rejection = judgement.rejection();
    if (rejection != null) {
      throw new Rejected(rejection);
    }
    ContentKey key = names.content();
    boolean isPublished = !isThere(upload, assembled);
    if (isPublished) {
      store.publish(upload.staging(), assembled, key);
    }
    Finished finished = write(caller, upload, assembled, judgement, key, isPublished);
    Optional.ofNullable(finished.unused()).ifPresent(unused -> remove(() -> store.delete(unused)));
    return finished.media();
  }

  /**
   * Whether the space has equal bytes; the store is asked too, as these are about to be dropped.
   */
  private boolean isThere(Upload upload, Assembled assembled) {
    Optional<Content> equal = media.equalContent(upload, assembled);
    if (equal.isEmpty()) {
      return false;
    }
    Content content = equal.get();
    if (store.has(content.key(), content.sizeBytes())) {
      return true;
    }
    lost.note(content);
    return false;
  }

  private Finished write(
      Caller caller,
      Upload upload,
      Assembled assembled,
      Judgement judgement,
      ContentKey key,
      boolean isPublished)
      throws BytesGone {
    try {
      return Retry.races(
          ATTEMPTS,
          () -> media.finish(caller, upload, assembled, judgement.image(), key, isPublished));
    } catch (RuntimeException e) {
      if (isPublished || !Retry.isRace(e)) {
        throw e;
      }
      // The equal bytes that the space had went with their last media just now.
      store.publish(upload.staging(), assembled, key);
      return media.finish(caller, upload, assembled, judgement.image(), key, true);
    }
  }

  private static final class Incomplete extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<FieldProblem> problems;

    Incomplete(List<FieldProblem> problems) {
      super("not all parts are there", null, false, false);
      this.problems = problems;
    }
  }

  private static final class Rejected extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient MediaRejection rejection;

    Rejected(MediaRejection rejection) {
      super(rejection.message(), null, false, false);
      this.rejection = rejection;
    }
  }
}
