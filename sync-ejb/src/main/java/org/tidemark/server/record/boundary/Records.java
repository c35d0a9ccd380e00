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

  private static final int MOST_BYTES = 4 << 20;

  /** What is weighed is not read: the length of a large value is known without it. */
  private static final String REVISIONS =
      """
      select w.* from (
        select p.*, sum(coalesce(octet_length(p.data), 0)) over (order by p.version desc, p.beside)
                      - coalesce(octet_length(p.data), 0) as bytes_before
          from (select * from revision r
                 where r.space = :space and r.entity_type = :type and r.id = :id
                   and (r.version < :version or (r.version = :version and r.beside > :beside))
                 order by r.version desc, r.beside limit :most) p) w
       where w.bytes_before < :bytes order by w.version desc, w.beside
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

  /**
   * The present state and the past ones that are still kept, newest first: as many as asked for,
   * and at most about 4 MiB of them, but one at least where there is one.
   *
   * @param after the place of the last one that the caller has; null: from the newest
   */
  public List<RevisionView> revisions(
      Caller caller,
      @Nullable String space,
      String entityType,
      String id,
      @Nullable Integer limit,
      @Nullable String after) {
    RecordKey key = key(caller, space, entityType, id);
    int most = limit == null ? USUAL_REVISIONS : limit;
    if (most < 1 || most > MOST_REVISIONS) {
      throw Failures.invalid("/limit", "must be from 1 to " + MOST_REVISIONS);
    }
    RevisionPlace from = after == null ? RevisionPlace.FIRST : RevisionPlace.parse(after);
    requireRead(caller, key, "record.history");
    List<RevisionView> views = new ArrayList<>();
    long bytesLeft = MOST_BYTES;
    RecordRow record = find(key).orElse(null);
    if (record != null && from.isBefore(record.version)) {
      views.add(present(record));
      bytesLeft -= record.data == null ? 0 : record.data.length();
    }
    past(key, from, most - views.size(), bytesLeft).forEach(row -> views.add(past(row)));
    return views;
  }

  /** One state, by its place; empty: there is none, or it is not kept any more. */
  public Optional<RevisionView> revision(
      Caller caller, String space, String entityType, String id, String place) {
    RecordKey key = key(caller, space, entityType, id);
    RevisionPlace at = RevisionPlace.parse(place);
    requireRead(caller, key, "record.history");
    RecordRow record = find(key).orElse(null);
    if (record != null && at.equals(new RevisionPlace(record.version, ""))) {
      return Optional.of(present(record));
    }
    return Optional.ofNullable(entities.find(RevisionRow.class, at.in(key))).map(Records::past);
  }

  private List<RevisionRow> past(RecordKey key, RevisionPlace after, int most, long bytes) {
    return entities
        .createNativeQuery(REVISIONS, RevisionRow.class)
        .setParameter("space", key.space().value())
        .setParameter("type", key.type().value())
        .setParameter("id", key.id().value())
        .setParameter("version", after.version())
        .setParameter("beside", after.beside())
        .setParameter("most", most)
        .setParameter("bytes", bytes)
        .getResultList();
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

  static RecordKey key(Caller caller, @Nullable String space, String entityType, String id) {
    check("/space", space == null ? null : SpaceId.problem(space));
    check("/entityType", EntityType.problem(entityType));
    check("/id", RecordId.problem(id));
    SpaceId in = space == null ? SpaceId.personal(caller.user()) : new SpaceId(space);
    return new RecordKey(in, new EntityType(entityType), new RecordId(id));
  }

  static void check(String path, @Nullable String problem) {
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
        false,
        new RevisionPlace(row.version, "").text());
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
        !row.beside.isEmpty(),
        new RevisionPlace(row.version, row.beside).text());
  }

  private static @Nullable Document document(@Nullable String data) {
    return data == null ? null : Document.ofCanonical(data);
  }
}
