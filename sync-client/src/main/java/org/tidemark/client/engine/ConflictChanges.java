package org.tidemark.client.engine;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.ledger.Entry;
import org.tidemark.client.replica.ConflictState;
import org.tidemark.client.replica.LocalChain;
import org.tidemark.client.replica.Queued;
import org.tidemark.client.replica.Replica;
import org.tidemark.client.replica.Settlement;
import org.tidemark.client.store.ConflictRow;
import org.tidemark.client.transport.ConflictAnswer;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.core.chain.BaseClaim;
import org.tidemark.core.record.MutationId;

/** Opens and closes conflicts as the answers say, and takes queued decisions along. */
final class ConflictChanges {

  private final Entry entry;

  ConflictChanges(Entry entry) {
    this.entry = entry;
  }

  void follow(Queued mutation, List<Queued> others, Settlement settlement, ItemAnswer answer)
      throws SQLException {
    ConflictRow waiting = entry.tables().conflicts().waiting(mutation.key());
    Queued decision = waiting == null ? null : unsentDecision(others, waiting.id());
    switch (settlement.conflict()) {
      case NONE -> remember(mutation, answer);
      case OPENED -> open(mutation, waiting, decision, settlement.next(), answer);
      case RESOLVED -> close(decided(mutation), ConflictState.RESOLVED);
      case SUPERSEDED -> {
        close(waiting, ConflictState.SUPERSEDED);
        if (decision != null) {
          asEdit(mutation.id(), decision, others, settlement.next());
        }
      }
    }
  }

  private @Nullable ConflictRow decided(Queued resolution) throws SQLException {
    Queued.Decision decision = resolution.decision();
    return decision == null ? null : entry.tables().conflicts().find(decision.conflictId());
  }

  private static @Nullable Queued unsentDecision(List<Queued> others, String conflictId) {
    for (Queued other : others) {
      Queued.Decision decision = other.decision();
      if (decision != null && !other.isSent() && decision.conflictId().equals(conflictId)) {
        return other;
      }
    }
    return null;
  }

  private void open(
      Queued mutation,
      @Nullable ConflictRow waiting,
      @Nullable Queued decision,
      Replica next,
      ItemAnswer answer)
      throws SQLException {
    ConflictAnswer told = answer.conflict();
    if (told == null) {
      return;
    }
    if (waiting != null && !waiting.id().equals(told.conflictId())) {
      close(waiting, ConflictState.SUPERSEDED);
    }
    boolean stillDecided = false;
    if (waiting != null && decision != null) {
      stillDecided =
          Objects.equals(waiting.told().serverVersion(), told.conflict().serverVersion());
      if (stillDecided) {
        entry.tables().outbox().retarget(waiting.id(), told.conflictId());
      }
    }
    store(mutation, told, next.chain(), stillDecided ? ConflictState.DECIDED : ConflictState.OPEN);
    if (!stillDecided) {
      entry.tell(new ClientEvent.ConflictOpened(mutation.key(), told.conflictId()));
    }
  }

  /** Keeps a conflict that was closed before its answer came, as one that is over. */
  private void remember(Queued mutation, ItemAnswer answer) throws SQLException {
    ConflictAnswer told = answer.conflict();
    ConflictState closed =
        told == null ? null : entry.tables().conflicts().closedAs(told.conflictId());
    if (told != null && closed != null) {
      store(mutation, told, null, closed);
      entry.tables().conflicts().become(told.conflictId(), closed, entry.now());
    }
  }

  private void store(
      Queued mutation, ConflictAnswer told, @Nullable LocalChain chain, ConflictState state)
      throws SQLException {
    entry
        .tables()
        .conflicts()
        .store(
            new ConflictRow(
                told.conflictId(),
                mutation.key(),
                state,
                entry.now(),
                told.conflict(),
                chain == null ? mutation.id() : chain.tail(),
                chain == null ? mutation.baseVersion() : chain.baseVersion(),
                chain == null ? BaseClaim.of(null) : chain.claim()));
  }

  private void close(@Nullable ConflictRow waiting, ConflictState state) throws SQLException {
    if (waiting != null) {
      entry.tables().conflicts().become(waiting.id(), state, entry.now());
      entry.tell(new ClientEvent.ConflictClosed(waiting.key(), waiting.id()));
    }
  }

  /** The conflict is gone, but not what the person decided: that is now an edit like any other. */
  private void asEdit(MutationId previous, Queued decision, List<Queued> others, Replica next)
      throws SQLException {
    LocalChain chain = next.chain();
    boolean isLast = others.get(others.size() - 1).id().equals(decision.id());
    if (isLast && chain != null) {
      Queued edit =
          new Queued(
              decision.order(),
              decision.id(),
              decision.key(),
              chain.data(),
              chain.baseVersion(),
              previous,
              decision.editedAt(),
              decision.editTimes(),
              null,
              null,
              null,
              Queued.Standing.QUEUED);
      entry.tables().outbox().replace(edit);
      return;
    }
    entry.tables().outbox().remove(decision.order());
    for (Queued other : others) {
      if (decision.id().equals(other.previous())) {
        entry.tables().outbox().follow(other.order(), previous);
      }
    }
  }
}
