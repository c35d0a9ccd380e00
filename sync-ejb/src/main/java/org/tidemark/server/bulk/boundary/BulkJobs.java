package org.tidemark.server.bulk.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.MutationId;
import org.tidemark.server.audit.control.AuditTrail;
import org.tidemark.server.bulk.control.ItemStore;
import org.tidemark.server.bulk.control.JobStore;
import org.tidemark.server.bulk.control.Preparing;
import org.tidemark.server.bulk.control.Sampling;
import org.tidemark.server.database.Database;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.identity.Role;

/**
 * Many conflicts settled by one choice: dry run, confirmation, work in the background, undoing.
 *
 * <p>Administrators do it, auditors look on. The work itself is {@link BulkWorker}'s.
 */
@Stateless
@RolesAllowed({"admin", "auditor"})
public class BulkJobs {
  public static final int LARGEST_PAGE = 100;
  private static final int MOST_LISTED = 100;
  private static final int SAMPLES = 10;

  @Inject private Database database;
  @Inject private JobStore jobs;
  @Inject private ItemStore items;
  @Inject private BulkWatch watch;
  @Inject private Preparing preparing;
  @Inject private Sampling sampling;
  @Inject private AuditTrail audit;
  @Inject private InstantSource clock;

  /**
   * Begins the dry run of a job; gives the job's id.
   *
   * @throws org.tidemark.server.failure.SyncException {@code INVALID_REQUEST}, {@code BULK_EMPTY},
   *     {@code BULK_TOO_LARGE}, {@code BULK_TOO_MANY}
   */
  public String prepare(Caller caller, BulkChoice choice, BulkSelection selection) {
    requireAdmin(caller);
    if (selection.conflictIds().size() > BulkSelection.MOST_NAMED) {
      throw Failures.invalid("/conflictIds", "must be at most " + BulkSelection.MOST_NAMED);
    }
    for (String id : selection.conflictIds()) {
      if (MutationId.problem(id) != null) {
        throw Failures.invalid("/conflictIds", "are not ids of conflicts");
      }
    }
    return database.call(
        connection -> preparing.prepare(connection, caller, choice, selection, clock.instant()));
  }

  /**
   * Lets a job do what its dry run has found.
   *
   * @param fit how many the person was told would be settled
   */
  public void confirm(Caller caller, String jobId, int fit) {
    requireAdmin(caller);
    BulkJob job = known(jobId);
    if (job.count(ItemState.FIT) != fit || fit == 0) {
      throw Failures.bulkNotSo(job.state().name());
    }
    become(caller, job, BulkState.READY, BulkState.RUNNING, "bulk.run");
  }

  /** Stops a job between two of its parts; a dry run ends without a trace. */
  public void stop(Caller caller, String jobId) {
    requireAdmin(caller);
    BulkJob job = known(jobId);
    boolean dry = job.state() == BulkState.CHECKING || job.state() == BulkState.READY;
    if (!dry && !job.state().isUnderWay()) {
      throw Failures.bulkNotSo(job.state().name());
    }
    if (dry) {
      database.call(connection -> preparing.drop(connection, caller, job, clock.instant()));
    } else {
      become(caller, job, job.state(), BulkState.STOPPED, "bulk.stop");
    }
  }

  /** Takes back what a job has settled, all of it that has not moved on since. */
  public void undo(Caller caller, String jobId) {
    requireAdmin(caller);
    BulkJob job = known(jobId);
    if (!job.isUndoable()) {
      throw Failures.bulkNotSo(job.state().name());
    }
    become(caller, job, job.state(), BulkState.UNDOING, "bulk.undo");
  }

  private void become(Caller caller, BulkJob job, BulkState from, BulkState to, String action) {
    boolean done =
        database.call(
            connection ->
                jobs.become(connection, job.id(), from, to, caller.user(), clock.instant()));
    if (!done) {
      throw Failures.bulkNotSo(job.state().name());
    }
    preparing.note(caller, action, job);
  }

  private BulkJob known(String jobId) {
    return watch.look(jobId).orElseThrow(() -> Failures.bulkNotSo("gone"));
  }

  /** A job with its counts; empty: there is none, or none any more. */
  public Optional<BulkJob> get(Caller caller, String jobId) {
    Optional<BulkJob> found = watch.look(jobId);
    found.ifPresent(job -> preparing.note(caller, "bulk.read", job));
    return found;
  }

  /** The newest jobs, at most 100, without their counts. */
  public List<BulkJob> newest(Caller caller) {
    audit.space(caller, "bulk.list", null, null, null);
    return database.call(connection -> jobs.newest(connection, MOST_LISTED));
  }

  /**
   * What became of a job's items, in their order.
   *
   * @param state null: whatever became of them
   * @param after the number of the last item of the page before; 0: none
   * @param size 1 to {@link #LARGEST_PAGE}
   */
  public List<BulkItem> items(String jobId, @Nullable ItemState state, int after, int size) {
    if (size < 1 || size > LARGEST_PAGE) {
      throw Failures.invalid("/size", "must be from 1 to " + LARGEST_PAGE);
    }
    return database.call(connection -> items.page(connection, jobId, state, after, size));
  }

  /** What a job would do to its records, by their numbers. */
  public Map<BulkEffect, Integer> effects(BulkJob job) {
    return database.call(connection -> items.effects(connection, job.id()));
  }

  /** What a job would do to some records of each type. */
  public List<BulkSample> samples(BulkJob job) {
    return database.call(connection -> sampling.samples(connection, job, SAMPLES));
  }

  private static void requireAdmin(Caller caller) {
    if (!caller.is(Role.ADMIN)) {
      throw Failures.roleRequired("admin");
    }
  }
}
