package org.tidemark.testkit.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.BaseState;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.RecordState;
import org.tidemark.core.record.SpaceId;

/** Everything that the model keeps, but its receipts. */
final class Tables {
  final SortedMap<RecordKey, StoredRecord> records = new TreeMap<>();
  final Map<RecordKey, List<Revision>> revisions = new HashMap<>();
  final Map<String, StoredConflict> conflicts = new LinkedHashMap<>();
  private final Map<OpenPlace, String> open = new HashMap<>();
  private final SortedMap<SpaceId, Space> spaces = new TreeMap<>();
  private final Map<ClientId, String> owners = new HashMap<>();
  String epoch = "epoch-1";

  /** A space: the counter of its feed, and its members. */
  static final class Space {
    long head;
    final SortedMap<String, Role> members = new TreeMap<>();
  }

  /** Remembers everything but the members as it is now; to run it brings that back. */
  Runnable backup() {
    Map<RecordKey, StoredRecord> recordsThen = new HashMap<>(records);
    Map<RecordKey, List<Revision>> revisionsThen = new HashMap<>();
    revisions.forEach((key, past) -> revisionsThen.put(key, List.copyOf(past)));
    Map<String, StoredConflict> conflictsThen = new LinkedHashMap<>(conflicts);
    Map<OpenPlace, String> openThen = new HashMap<>(open);
    Map<SpaceId, Long> headsThen = new HashMap<>();
    spaces.forEach((id, space) -> headsThen.put(id, space.head));
    Map<ClientId, String> ownersThen = new HashMap<>(owners);
    return () -> {
      replace(records, recordsThen);
      revisions.clear();
      revisionsThen.forEach((key, past) -> revisions.put(key, new ArrayList<>(past)));
      replace(conflicts, conflictsThen);
      replace(open, openThen);
      spaces.forEach((id, space) -> space.head = headsThen.getOrDefault(id, 0L));
      replace(owners, ownersThen);
    };
  }

  private static <K, V> void replace(Map<K, V> present, Map<K, V> past) {
    present.clear();
    present.putAll(past);
  }

  private record OpenPlace(RecordKey key, ClientId client) {}

  Space space(SpaceId id) {
    return spaces.computeIfAbsent(id, none -> new Space());
  }

  boolean hasSpace(SpaceId id) {
    return spaces.containsKey(id);
  }

  /** The spaces of a user with their role, the personal one always among them. */
  SortedMap<SpaceId, Role> grants(Caller caller) {
    space(caller.personal()).members.put(caller.user(), Role.OWNER);
    SortedMap<SpaceId, Role> grants = new TreeMap<>();
    spaces.forEach(
        (id, space) -> {
          Role role = space.members.get(caller.user());
          if (role != null) {
            grants.put(id, role);
          }
        });
    return grants;
  }

  boolean has(Caller caller, SpaceId space, Role least) {
    Role role = grants(caller).get(space);
    return role != null && role.atLeast(least);
  }

  /** Whether the client id is the caller's, who gets it where it is nobody's yet. */
  boolean owns(Caller caller, ClientId client) {
    return owners.computeIfAbsent(client, none -> caller.user()).equals(caller.user());
  }

  /** Puts a state in place of a record's present one, which becomes a revision. */
  void write(Written written) {
    StoredRecord before = records.get(written.key());
    if (before != null) {
      keep(new Revision(before.written(), false));
    }
    long seq = ++space(written.key().space()).head;
    records.put(written.key(), new StoredRecord(written, seq, false));
  }

  void keep(Revision revision) {
    revisions.computeIfAbsent(revision.written().key(), none -> new ArrayList<>()).add(revision);
  }

  void open(StoredConflict conflict) {
    conflicts.put(conflict.id(), conflict);
    open.put(new OpenPlace(conflict.key(), conflict.clientId()), conflict.id());
  }

  void close(String id, StoredConflict.Closed end) {
    StoredConflict closed = conflict(id).closedAs(end);
    conflicts.put(id, closed);
    open.remove(new OpenPlace(closed.key(), closed.clientId()), id);
  }

  StoredConflict conflict(String id) {
    StoredConflict conflict = conflicts.get(id);
    if (conflict == null) {
      throw new IllegalStateException("there is no conflict " + id);
    }
    return conflict;
  }

  @Nullable String openConflict(RecordKey key, ClientId client) {
    return open.get(new OpenPlace(key, client));
  }

  /** A past or present version as base of a merge. */
  BaseState base(RecordKey key, int version) {
    StoredRecord now = records.get(key);
    if (now != null && now.state().version() == version) {
      return base(now.state());
    }
    for (Revision revision : revisions.getOrDefault(key, List.of())) {
      if (!revision.beside() && revision.written().state().version() == version) {
        return base(revision.written().state());
      }
    }
    return BaseState.UNKNOWN;
  }

  static BaseState base(RecordState state) {
    Document data = state.data();
    return data == null ? BaseState.ABSENT : new BaseState.Known(data, state.fieldTimes());
  }
}
