package org.tidemark.server.record.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.audit.control.AuditTrail;
import org.tidemark.server.database.Database;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.record.entity.RecordRow;
import org.tidemark.server.record.entity.RevisionRow;
import org.tidemark.server.space.control.SpaceAccess;

/** One record, and its history. */
@Stateless
@RolesAllowed({"user", "admin", "auditor"})
public class Records {
  private static final int MOST_REVISIONS = 200;
  private static final int USUAL_REVISIONS = 50;

  private static final String REVISIONS =
      """
      select r from RevisionRow r
       where r.space = :space and r.entityType = :type and r.id = :id
       order by r.version desc, r.beside
      """;

  @PersistenceContext(unitName = "sync")
  private EntityManager entities;

  @Inject private Database database;
  @Inject private SpaceAccess access;
  @Inject private AuditTrail audit;

  /** The record; empty where there never was one. A space of null is the caller's own. */
  public Optional<RecordView> get(
      Caller caller, @Nullable String space, String entityType, String id) {
    RecordKey key = key(caller, space, entityType, id);
    requireRead(caller, key, "record.read");
    return find(key)
        .map(
            row ->
                new RecordView(
                    row.space,
                    row.entityType,
                    row.id,
                    row.version,
                    Instant.ofEpochMilli(row.updatedAtMs),
                    row.deleted,
                    document(row.data)));
  }

  /** The present state and the past ones that are still kept, newest first. */
  public List<RevisionView> revisions(
      Caller caller,
      @Nullable String space,
      String entityType,
      String id,
      @Nullable Integer limit) {
    RecordKey key = key(caller, space, entityType, id);
    int most = limit == null ? USUAL_REVISIONS : limit;
    if (most < 1 || most > MOST_REVISIONS) {
      throw Failures.invalid("/limit", "must be from 1 to " + MOST_REVISIONS);
    }
    requireRead(caller, key, "record.history");
    List<RevisionView> views = new ArrayList<>();
    find(key).ifPresent(row -> views.add(present(row)));
    entities
        .createQuery(REVISIONS, RevisionRow.class)
        .setParameter("space", key.space().value())
        .setParameter("type", key.type().value())
        .setParameter("id", key.id().value())
        .setMaxResults(most)
        .getResultList()
        .forEach(row -> views.add(past(row)));
    return List.copyOf(views.subList(0, Math.min(most, views.size())));
  }

  private Optional<RecordRow> find(RecordKey key) {
    return Optional.ofNullable(
        entities.find(
            RecordRow.class,
            new RecordRow.Key(key.space().value(), key.type().value(), key.id().value())));
  }

  private void requireRead(Caller caller, RecordKey key, String action) {
    if (!database.call(connection -> access.mayRead(connection, caller, key.space()))) {
      throw Failures.spaceForbidden(key.space().value());
    }
    if (access.readsEverywhere(caller)) {
      audit.record(caller, action, key, null, null, null);
    }
  }

  private static RecordKey key(
      Caller caller, @Nullable String space, String entityType, String id) {
    check("/space", space == null ? null : SpaceId.problem(space));
    check("/entityType", EntityType.problem(entityType));
    check("/id", RecordId.problem(id));
    SpaceId in = space == null ? SpaceId.personal(caller.user()) : new SpaceId(space);
    return new RecordKey(in, new EntityType(entityType), new RecordId(id));
  }

  private static void check(String path, @Nullable String problem) {
    if (problem != null) {
      throw Failures.invalid(path, problem);
    }
  }

  private static RevisionView present(RecordRow row) {
    return new RevisionView(
        row.version,
        Instant.ofEpochMilli(row.updatedAtMs),
        row.deleted,
        document(row.data),
        row.writtenBy,
        row.clientId,
        row.mutationId,
        false);
  }

  private static RevisionView past(RevisionRow row) {
    return new RevisionView(
        row.version,
        Instant.ofEpochMilli(row.updatedAtMs),
        row.deleted,
        document(row.data),
        row.writtenBy,
        row.clientId,
        row.mutationId,
        !row.beside.isEmpty());
  }

  private static @Nullable Document document(@Nullable String data) {
    return data == null ? null : Document.ofCanonical(data);
  }
}
