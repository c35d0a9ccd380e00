package org.tidemark.server.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.audit.entity.AuditRow;
import org.tidemark.server.identity.Caller;

/** Writes who did what, in the transaction of what was done. */
@ApplicationScoped
public class AuditTrail {
  @PersistenceContext(unitName = "sync")
  private EntityManager entities;

  @Inject private InstantSource clock;

  /** An action on a space, or on the server as a whole where there is no space. */
  public void space(
      Caller caller,
      String action,
      @Nullable SpaceId space,
      @Nullable String before,
      @Nullable String after) {
    AuditRow row = row(caller, action);
    row.space = space == null ? null : space.value();
    row.beforeValue = before;
    row.afterValue = after;
    entities.persist(row);
  }

  /** An action on an entity type's policy. */
  public void type(
      Caller caller,
      String action,
      String entityType,
      @Nullable String before,
      @Nullable String after) {
    AuditRow row = row(caller, action);
    row.entityType = entityType;
    row.beforeValue = before;
    row.afterValue = after;
    entities.persist(row);
  }

  /** An action on a record, and on a conflict where one is named. */
  public void record(
      Caller caller,
      String action,
      RecordKey key,
      @Nullable String conflictId,
      @Nullable String before,
      @Nullable String after) {
    AuditRow row = row(caller, action);
    row.space = key.space().value();
    row.entityType = key.type().value();
    row.recordId = key.id().value();
    row.conflictId = conflictId;
    row.beforeValue = before;
    row.afterValue = after;
    entities.persist(row);
  }

  private AuditRow row(Caller caller, String action) {
    AuditRow row = new AuditRow();
    row.at = clock.instant();
    row.actor = caller.user();
    row.action = action;
    row.correlationId = caller.correlationId();
    return row;
  }
}
