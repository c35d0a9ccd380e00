package org.tidemark.server.bulk.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.bulk.boundary.BulkState;
import org.tidemark.server.bulk.boundary.ItemState;

/**
 * Does the next part of a job within the transaction that is under way.
 *
 * <p>The job's row stays locked until the commit, which moves the items on together with what was
 * done for them. So each item is dealt with once, however many nodes try and whenever one dies: a
 * part is there as a whole, or the next one begins with the same items.
 */
@ApplicationScoped
public class Chunks {
  @Inject private JobStore jobs;
  @Inject private ItemStore items;
  @Inject private Checking checking;
  @Inject private Settling settling;
  @Inject private Undoing undoing;

  /**
   * What a part has done.
   *
   * @param changed the space whose records or conflicts have changed; null: none
   */
  public record Done(@Nullable SpaceId changed) {}

  /** Does at most {@code limit} items of one space; empty: there is nothing to do here. */
  public Optional<Done> next(Connection connection, String jobId, int limit, Instant now)
      throws SQLException {
    LockedJob job = jobs.lock(connection, jobId);
    if (job == null) {
      return Optional.empty();
    }
    List<Item> picked = items.pick(connection, jobId, pending(job.state()), limit);
    if (picked.isEmpty()) {
      jobs.end(connection, job, ended(job.state()), now);
      return Optional.of(new Done(null));
    }
    SpaceId space = picked.get(0).key().space();
    items.change(connection, jobId, work(connection, job, space, picked, now));
    return Optional.of(new Done(job.state() == BulkState.CHECKING ? null : space));
  }

  private List<ItemChange> work(
      Connection connection, LockedJob job, SpaceId space, List<Item> picked, Instant now)
      throws SQLException {
    return switch (job.state()) {
      case CHECKING -> checking.check(connection, job, space, picked);
      case RUNNING -> settling.settle(connection, job, space, picked, now);
      default -> undoing.undo(connection, job, space, picked, now);
    };
  }

  /** The item that the next part begins with. */
  public Optional<Integer> first(Connection connection, String jobId) throws SQLException {
    LockedJob job = jobs.lock(connection, jobId);
    return job == null
        ? Optional.empty()
        : items.pick(connection, jobId, pending(job.state()), 1).stream()
            .map(Item::ord)
            .findFirst();
  }

  /** Puts the item aside that the next part would begin with, if it is still this one. */
  public void putAside(Connection connection, String jobId, int ord, String reason)
      throws SQLException {
    LockedJob job = jobs.lock(connection, jobId);
    if (job == null) {
      return;
    }
    List<Item> picked = items.pick(connection, jobId, pending(job.state()), 1);
    if (!picked.isEmpty() && picked.get(0).ord() == ord) {
      ItemState aside = job.state() == BulkState.UNDOING ? ItemState.KEPT : ItemState.REFUSED;
      items.change(connection, jobId, List.of(ItemChange.because(picked.get(0), aside, reason)));
    }
  }

  private static ItemState pending(BulkState state) {
    return switch (state) {
      case CHECKING -> ItemState.WAITING;
      case RUNNING -> ItemState.FIT;
      default -> ItemState.SETTLED;
    };
  }

  private static BulkState ended(BulkState state) {
    return switch (state) {
      case CHECKING -> BulkState.READY;
      case RUNNING -> BulkState.DONE;
      default -> BulkState.UNDONE;
    };
  }
}
