package org.tidemark.server.bulk.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.audit.control.AuditSet;
import org.tidemark.server.media.control.References;
import org.tidemark.server.record.control.RecordStore;
import org.tidemark.server.record.control.RecordStore.NewState;
import org.tidemark.server.record.control.RevisionStore;
import org.tidemark.server.record.control.Writer;
import org.tidemark.server.record.control.WrittenState;

/** Writes new versions of locked records of one space, what was before them, and the trail. */
@ApplicationScoped
class Writing {
  @Inject private RecordStore records;
  @Inject private RevisionStore revisions;
  @Inject private References references;
  @Inject private AuditSet audit;

  /**
   * Takes numbers of the space's counter, the last lock.
   *
   * @param closings how many conflicts get numbers besides
   */
  void write(
      Connection connection,
      LockedJob job,
      SpaceId space,
      List<Written> all,
      int closings,
      Instant now)
      throws SQLException {
    List<RecordKey> keys = new ArrayList<>();
    List<NewState> states = new ArrayList<>();
    for (Written each : all) {
      if (each.next() != each.before()) {
        Writer writer = new Writer(job.actor(), job.device(), each.mutationId(), now);
        keys.add(each.key());
        states.add(new NewState(new WrittenState(each.key(), each.next(), writer), true));
      }
    }
    audit.write(connection, job.caller(), all.stream().map(Written::action).toList());
    if (!states.isEmpty()) {
      revisions.archive(connection, space, keys, now);
      references.note(connection, space, states, List.of(), List.of());
    }
    if (!states.isEmpty() || closings > 0) {
      records.write(connection, space, states, closings, now);
    }
  }
}
