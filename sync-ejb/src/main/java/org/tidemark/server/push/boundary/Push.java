package org.tidemark.server.push.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.tidemark.core.mutation.Rejections;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.Timestamps;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.metrics.control.SyncMetrics;
import org.tidemark.server.pull.control.ChangeNotices;
import org.tidemark.server.push.control.Answers;
import org.tidemark.server.push.control.BatchReader;
import org.tidemark.server.push.control.Outcome;
import org.tidemark.server.push.control.Pending;
import org.tidemark.server.push.control.PushContext;
import org.tidemark.server.push.control.ReadBatch;
import org.tidemark.server.push.control.SpacePart;
import org.tidemark.server.receipt.boundary.ItemAnswer;
import org.tidemark.server.receipt.control.AnswerText;
import org.tidemark.server.receipt.control.ReplayCache;
import org.tidemark.server.settings.ServerSettings;

/**
 * Push: applies a batch of mutations and answers each.
 *
 * <p>This boundary holds no transaction of its own: each space's part of the batch is one, see
 * {@link PushAttempts}. What is answered from the replay cache needs none at all. The cache is
 * filled here, after the commits.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({"user", "admin", "auditor"})
public class Push {
  @Inject private ServerSettings settings;
  @Inject private InstantSource clock;
  @Inject private BatchReader reader;
  @Inject private ReplayCache replays;
  @Inject private PushAttempts attempts;
  @Inject private ChangeNotices notices;
  @Inject private SyncMetrics metrics;

  /**
   * Applies a batch.
   *
   * @throws org.tidemark.server.failure.SyncException where the whole request is refused: {@code
   *     BATCH_TOO_LARGE}, {@code INVALID_REQUEST}, {@code CLIENT_ID_TAKEN}
   */
  public PushAnswer push(Caller caller, PushRequest request) {
    long begun = System.nanoTime();
    PushAnswer answer = apply(caller, request);
    metrics.pushed(answer.results().size(), Duration.ofNanos(System.nanoTime() - begun));
    return answer;
  }

  private PushAnswer apply(Caller caller, PushRequest request) {
    Instant receivedAt = Timestamps.cut(clock.instant());
    if (request.mutations().size() > settings.maxBatch()) {
      throw Failures.batchTooLarge(request.mutations().size(), settings.maxBatch());
    }
    String problem = ClientId.problem(request.clientId());
    if (problem != null) {
      throw Failures.invalid("/clientId", problem);
    }
    ReadBatch batch =
        reader.read(
            caller, request.clientId(), request.clientTime(), request.mutations(), receivedAt);
    ItemAnswer[] answers = new ItemAnswer[request.mutations().size()];
    batch.refused().forEach(outcome -> answers[outcome.index()] = outcome.answer());
    for (SpacePart part : batch.parts()) {
      SpacePart unknown = answerFromCache(batch.context(), part, answers);
      if (!unknown.mutations().isEmpty()) {
        List<Outcome> outcomes = attempts.apply(batch.context(), unknown);
        for (Outcome outcome : outcomes) {
          answers[outcome.index()] = outcome.answer();
          count(outcome);
          if (outcome.receipt() != null) {
            replays.keep(caller.user(), outcome.receipt(), clock.instant());
          }
        }
        if (outcomes.stream().anyMatch(outcome -> !outcome.replayed())) {
          notices.changed(part.space());
        }
      }
    }
    batch.copies().forEach((copy, original) -> answers[copy] = answers[original]);
    return new PushAnswer(Arrays.stream(answers).map(Objects::requireNonNull).toList(), receivedAt);
  }

  private void count(Outcome outcome) {
    if (outcome.replayed()) {
      metrics.replayedFromDatabase();
    } else {
      String type = outcome.receipt() == null ? null : outcome.receipt().entityType();
      metrics.decided(type == null ? "(none)" : type, outcome.answer().status());
    }
  }

  /** Answers what the cache knows; gives the rest. */
  private SpacePart answerFromCache(PushContext context, SpacePart part, ItemAnswer[] answers) {
    List<Pending> unknown = new ArrayList<>();
    for (Pending pending : part.mutations()) {
      ReplayCache.Kept kept = replays.find(context.clientId(), pending.mutationId());
      if (kept == null || !kept.user().equals(context.caller().user())) {
        unknown.add(pending);
      } else if (kept.answers(pending.fingerprint())) {
        metrics.replayedFromCache();
        answers[pending.index()] =
            AnswerText.read(
                kept.answer(), pending.draft(), kept.dataAsSent() ? pending.sentData() : null);
      } else {
        answers[pending.index()] =
            Answers.withoutReceipt(
                    context, pending, Rejections.mutationIdReused(pending.checkedId()))
                .answer();
      }
    }
    return unknown.size() == part.mutations().size() ? part : new SpacePart(part.space(), unknown);
  }
}
