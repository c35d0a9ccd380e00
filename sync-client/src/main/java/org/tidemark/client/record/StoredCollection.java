package org.tidemark.client.record;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.ledger.Entry;
import org.tidemark.client.ledger.Intake;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.Problems;
import org.tidemark.client.replica.Editing;
import org.tidemark.client.replica.Rebase;
import org.tidemark.client.replica.Replica;
import org.tidemark.client.replica.ServerState;
import org.tidemark.client.replica.SnapshotReason;
import org.tidemark.client.store.Tables;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.merge.FieldDiff;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;

/** A collection in the local database. */
public final class StoredCollection implements RecordCollection {

  /** So many records a search looks at in one go, and reads at once. */
  private static final int MOST_LOOKED_AT = 10_000;

  private static final int STEP = 500;

  private final Ledger ledger;
  private final SpaceId space;
  private final EntityType type;

  public StoredCollection(Ledger ledger, SpaceId space, EntityType type) {
    this.ledger = ledger;
    this.space = space;
    this.type = type;
  }

  @Override
  public Optional<RecordView> get(String id) {
    RecordKey key = key(id);
    return ledger.read(
        tables -> new Views(tables, ledger.policies()).show(tables.records().find(key)));
  }

  @Override
  public RecordView put(String id, JsonObject data) {
    RecordKey key = key(id);
    Document document = checked(data);
    return change(entry -> entry.edit(key, document));
  }

  @Override
  public RecordView put(String id, String json) {
    return put(id, parse(json));
  }

  @Override
  public void putAll(Map<String, JsonObject> objects) {
    Map<RecordKey, Document> documents = new LinkedHashMap<>();
    objects.forEach((id, data) -> documents.put(key(id), checked(data)));
    ledger.write(
        "edit",
        entry -> {
          for (Map.Entry<RecordKey, Document> each : documents.entrySet()) {
            entry.edit(each.getKey(), each.getValue());
          }
        });
    ledger.edited().raise();
  }

  @Override
  public RecordView edit(RecordView seen, JsonObject data) {
    requireOwn(seen.key());
    Document made = checked(data);
    return change(
        entry -> {
          Replica now = entry.tables().records().find(seen.key());
          if (hasMovedOn(seen, now)) {
            return asSeen(entry, now, seen, made);
          }
          if (now.chain() == null && now.local() == null) {
            return asShown(entry, now, seen, made);
          }
          MergePolicy policy = entry.policies().of(type, space);
          Document local = now.local();
          // Deleted here since: what was seen of the server in a preview is nobody's edit even so.
          Document mine = local == null ? seen.data() : local;
          Document carried = Rebase.onto(mine, seen.shown(), made, policy);
          Replica after = entry.edit(seen.key(), carried);
          if (local != null && replacesEdit(seen.data(), local, carried)) {
            entry.snapshot(now, after, SnapshotReason.EDITED_OVER);
          }
          return after;
        });
  }

  /** Whether a field that was edited here since has another value now. */
  private static boolean replacesEdit(Document seen, Document local, Document carried) {
    Set<String> edited = new HashSet<>(FieldDiff.between(seen.json(), local.json()));
    edited.retainAll(FieldDiff.between(local.json(), carried.json()));
    return !edited.isEmpty();
  }

  @Override
  public OptionalLong delete(String id) {
    RecordKey key = key(id);
    return deleted(entry -> entry.delete(key));
  }

  private OptionalLong deleted(Ledger.Change<OptionalLong> deed) {
    OptionalLong snapshot = ledger.change("delete", deed);
    ledger.edited().raise();
    return snapshot;
  }

  @Override
  public OptionalLong delete(RecordView seen) {
    requireOwn(seen.key());
    return deleted(
        entry -> {
          Replica now = entry.tables().records().find(seen.key());
          return hasMovedOn(seen, now)
              ? entry.snapshot(now, asSeen(entry, now, seen, null), SnapshotReason.DELETED)
              : entry.delete(seen.key());
        });
  }

  /** Whether a clean record was shown, and it is another or none since. */
  private static boolean hasMovedOn(RecordView seen, Replica now) {
    Integer shown = seen.version();
    Integer known = now.serverVersion();
    return seen.status() == RecordStatus.SYNCED
        && now.chain() == null
        && shown != null
        && (known == null || known > shown);
  }

  private static Replica asSeen(Entry entry, Replica now, RecordView seen, @Nullable Document made)
      throws SQLException {
    entry.requireWritable(seen.key().space());
    int version = Objects.requireNonNull(seen.version());
    ServerState from = new ServerState(version, seen.updatedAt(), seen.data());
    return entry.write(new Editing(entry.now(), entry.newId()).editAsSeen(now, from, made));
  }

  /** The record that was shown is gone, and was not the server's: what was shown is the base. */
  private static Replica asShown(Entry entry, Replica now, RecordView seen, Document made)
      throws SQLException {
    entry.requireWritable(seen.key().space());
    return entry.write(
        new Editing(entry.now(), entry.newId()).editAsShown(now, seen.shown(), made));
  }

  @Override
  public RecordPage list(@Nullable RecordId after, int limit) {
    requirePage(limit);
    return ledger.read(
        tables -> {
          Views views = new Views(tables, ledger.policies());
          List<RecordView> items = new ArrayList<>();
          List<Replica> found = tables.records().list(space, type, after, limit + 1);
          for (Replica replica : found.subList(0, Math.min(limit, found.size()))) {
            views.show(replica).ifPresent(items::add);
          }
          boolean more = found.size() > limit;
          return new RecordPage(items, more ? items.get(items.size() - 1).key().id() : null);
        });
  }

  @Override
  public NewestPage newest(String words, @Nullable RecordPosition after, int limit) {
    requirePage(limit);
    Sought sought = Sought.of(words);
    return ledger.read(
        tables -> {
          Views views = new Views(tables, ledger.policies());
          List<RecordView> items = new ArrayList<>();
          RecordPosition last = after;
          for (int seen = 0; seen < MOST_LOOKED_AT; seen += STEP) {
            int step = sought.isAll() ? limit + 1 : STEP;
            List<Replica> found = newest(tables, last, step);
            for (Replica replica : found) {
              if (items.size() == limit) {
                return new NewestPage(items, last);
              }
              last = RecordPosition.of(replica);
              if (sought.isIn(replica)) {
                views.show(replica).ifPresent(items::add);
              }
            }
            if (found.size() < step) {
              return new NewestPage(items, null);
            }
          }
          return new NewestPage(items, last);
        });
  }

  private List<Replica> newest(Tables tables, @Nullable RecordPosition after, int limit)
      throws SQLException {
    return after == null
        ? tables.records().newest(space, type, null, null, limit)
        : tables.records().newest(space, type, after.changedAt(), after.id(), limit);
  }

  private static void requirePage(int limit) {
    if (limit < 1) {
      throw new ClientException(Problems.invalidInput("a page has at least one record"));
    }
  }

  @Override
  public long count() {
    return ledger.read(tables -> tables.records().count(space, type));
  }

  private RecordView change(Ledger.Change<Replica> change) {
    RecordView view =
        ledger.change(
            "edit",
            entry ->
                Objects.requireNonNull(
                    new Views(entry.tables(), entry.policies()).of(change.make(entry))));
    ledger.edited().raise();
    return view;
  }

  private RecordKey key(String id) {
    String problem = RecordId.problem(id);
    if (problem != null) {
      throw new ClientException(Problems.invalidInput("the id " + problem));
    }
    return new RecordKey(space, type, new RecordId(id));
  }

  private void requireOwn(RecordKey key) {
    if (!key.space().equals(space) || !key.type().equals(type)) {
      throw new IllegalArgumentException(key + " is not of this collection");
    }
  }

  private Document checked(JsonObject data) {
    return Intake.checked(Document.of(data), ledger.policies().of(type, space));
  }

  private static JsonObject parse(String json) {
    try {
      Json value = JsonReader.read(json);
      if (value instanceof JsonObject object) {
        return object;
      }
      throw new ClientException(Problems.invalidInput("it is not a JSON object"));
    } catch (InvalidJson e) {
      String place = e.pointer().isEmpty() ? "it" : e.pointer();
      throw new ClientException(Problems.invalidInput(place + " " + e.reason()), e);
    }
  }
}
