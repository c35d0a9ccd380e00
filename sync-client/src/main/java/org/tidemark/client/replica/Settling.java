package org.tidemark.client.replica;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.replica.Settlement.ConflictEffect;
import org.tidemark.client.replica.Settlement.Fate;
import org.tidemark.client.transport.ErrorAnswer;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.chain.BaseRef;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.record.MutationId;

/**
 * Decides what the answer to a mutation does on this device.
 *
 * <p>The server's side only ever rises. The local side becomes the server's when nothing of the
 * chain is left; until then it stays as the person made it, and so does every queued mutation.
 */
public final class Settling {

  private final Replica before;
  private final Queued mutation;
  private final ItemAnswer answer;
  private final List<Queued> refusedEarlier = new ArrayList<>();
  private final boolean isLast;

  private Settling(Replica before, Queued mutation, List<Queued> others, ItemAnswer answer) {
    this.before = before;
    this.mutation = mutation;
    this.answer = answer;
    boolean last = true;
    for (Queued other : others) {
      if (other.standing() == Queued.Standing.REFUSED && other.order() < mutation.order()) {
        refusedEarlier.add(other);
      } else {
        last = false;
      }
    }
    this.isLast = last;
  }

  /**
   * Settles a mutation.
   *
   * @param others the record's other mutations in the outbox
   * @param conflictIsClosed whether the conflict that the answer tells of is known to be closed
   * @param spare the name of a mutation, should one have to take this one's place
   */
  public static Settlement settle(
      Replica before,
      Queued mutation,
      List<Queued> others,
      ItemAnswer answer,
      boolean conflictIsClosed,
      Supplier<MutationId> spare) {
    Settling settling = new Settling(before, mutation, others, answer);
    return switch (answer.status()) {
      case APPLIED, MERGED, SERVER_WINS -> settling.accepted();
      case CONFLICT -> conflictIsClosed ? settling.settledElsewhere() : settling.conflicted();
      case REJECTED -> settling.rejected(spare);
    };
  }

  private Settlement accepted() {
    Replica received = received();
    ConflictEffect effect = effectOfAcceptance();
    if (isLast) {
      Replica clean = received.with(null);
      boolean ownStands = answer.status() == SyncStatus.APPLIED && before.shows(answer.data());
      boolean overridden = !ownStands && !clean.shows(before.local());
      return done(clean, overridden, effect);
    }
    return done(received.with(continued()), false, effect);
  }

  private ConflictEffect effectOfAcceptance() {
    if (mutation.isResolution()) {
      return ConflictEffect.RESOLVED;
    }
    return answer.status() == SyncStatus.SERVER_WINS
        ? ConflictEffect.NONE
        : ConflictEffect.SUPERSEDED;
  }

  /** The chain without its answered part: what it starts from now. */
  private @Nullable LocalChain continued() {
    LocalChain chain = before.chain();
    if (chain == null) {
      return null;
    }
    boolean direct = answer.status() == SyncStatus.APPLIED;
    return new LocalChain(
        chain.data(),
        chain.editedAt(),
        direct ? answer.version() : chain.baseVersion(),
        direct
            ? BaseClaim.of(answer.version())
            : new BaseClaim(new BaseRef.ClientData(mutation.id()), false),
        direct ? answer.data() : mutation.data(),
        mutation.id());
  }

  private Settlement conflicted() {
    return new Settlement(
        received().with(diverged()),
        Fate.DONE,
        null,
        Collections.emptyList(),
        false,
        ConflictEffect.OPENED);
  }

  /** The answer is an old one that was lost: its conflict was opened, and closed since. */
  private Settlement settledElsewhere() {
    Replica received = received();
    Replica next = received.with(isLast ? null : diverged());
    boolean overridden = isLast && !next.shows(before.local());
    return done(
        next, overridden, mutation.isResolution() ? ConflictEffect.RESOLVED : ConflictEffect.NONE);
  }

  /** The chain after a conflict: it keeps its base, and can be nobody's direct successor. */
  private @Nullable LocalChain diverged() {
    LocalChain chain = before.chain();
    return chain == null
        ? null
        : new LocalChain(
            chain.data(),
            chain.editedAt(),
            chain.baseVersion(),
            new BaseClaim(chain.claim().ref(), false),
            chain.base(),
            mutation.id());
  }

  private Settlement rejected(Supplier<MutationId> spare) {
    ErrorAnswer error = answer.error();
    if (error == null || error.retryable()) {
      return undone(Fate.RETRIED);
    }
    if (mutation.isResolution() && error.code().equals("CONFLICT_CLOSED")) {
      return tooLate();
    }
    if (mutation.isResolution() && error.code().equals("CONFLICT_UNKNOWN")) {
      return asEdit(spare.get());
    }
    boolean forGood =
        (error.rejection().category() == ErrorCategory.VALIDATION
                || error.rejection().category() == ErrorCategory.CONFLICT)
            && !Queued.mayBeDone(error.code());
    return undone(forGood ? Fate.REFUSED : Fate.PARKED);
  }

  /** Somebody else's decision was quicker, and stands. */
  private Settlement tooLate() {
    Replica received = received();
    Replica next = isLast ? received.with(null) : received;
    boolean overridden = isLast && !next.shows(before.local());
    return done(next, overridden, ConflictEffect.RESOLVED);
  }

  /**
   * The server knows of no conflict (a backup was restored): the decision is a plain edit, or part
   * of the one that follows it, which has its base version.
   */
  private Settlement asEdit(MutationId spare) {
    Queued.Decision decision = Objects.requireNonNull(mutation.decision());
    LocalChain chain = before.chain();
    if (chain == null || !isLast) {
      return done(before, false, ConflictEffect.SUPERSEDED);
    }
    Instant at = mutation.editedAt();
    Queued edit =
        new Queued(
            mutation.order(),
            spare,
            mutation.key(),
            chain.data(),
            decision.serverVersionSeen(),
            null,
            at,
            Collections.emptySortedMap(),
            null,
            null,
            null,
            Queued.Standing.QUEUED);
    return new Settlement(
        before, Fate.REPLACED, edit, Collections.emptyList(), false, ConflictEffect.SUPERSEDED);
  }

  private Settlement done(Replica next, boolean overridden, ConflictEffect effect) {
    return new Settlement(next, Fate.DONE, null, refusedEarlier, overridden, effect);
  }

  private Settlement undone(Fate fate) {
    return new Settlement(
        received(), fate, null, Collections.emptyList(), false, ConflictEffect.NONE);
  }

  private Replica received() {
    Integer version = answer.version();
    Instant updatedAt = answer.updatedAt();
    return version == null || updatedAt == null
        ? before
        : before.received(new ServerState(version, updatedAt, answer.data()));
  }
}
