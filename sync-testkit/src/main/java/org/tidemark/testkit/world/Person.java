package org.tidemark.testkit.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.record.RecordStatus;
import org.tidemark.client.record.RecordView;
import org.tidemark.client.undo.Snapshot;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.record.RecordKey;
import org.tidemark.testkit.ledger.Happening;
import org.tidemark.testkit.ledger.Happening.Deed;
import org.tidemark.testkit.ledger.Ledger;

/** Somebody with a device: edits and deletes, and remembers what they made. */
final class Person {
  final Device device;
  private final Dice dice;
  private final Catalogue catalogue;
  final Ledger ledger;
  private final Trace trace;

  /** The local states that are this person's, until the server has them. */
  private final Map<RecordKey, Optional<Document>> mine = new LinkedHashMap<>();

  private final Map<RecordKey, RecordView> seen = new LinkedHashMap<>();

  Person(Device device, Dice dice, Catalogue catalogue, Ledger ledger, Trace trace) {
    this.device = device;
    this.dice = dice;
    this.catalogue = catalogue;
    this.ledger = ledger;
    this.trace = trace;
  }

  void edit(RecordKey key) {
    Document before = device.local(key);
    JsonObject made = catalogue.next(key, before);
    say("edits " + key + " into " + made);
    device.attempt(open -> device.collection(key).put(key.id().value(), made));
    acted(key, Deed.EDITED, before, Document.of(made));
  }

  /**
   * Looks at a record, so as to edit it later as it was then. Without the policies the client would
   * carry such an edit over as a last write.
   */
  void look(RecordKey key) {
    if (!device.knowsPolicies()) {
      return;
    }
    device.view(key).ifPresent(view -> seen.put(key, view));
  }

  /** Edits what was seen a while ago. */
  void editAsSeen() {
    if (seen.isEmpty()) {
      return;
    }
    RecordKey key = dice.pick(new ArrayList<>(seen.keySet()));
    RecordView view = Objects.requireNonNull(seen.remove(key));
    Document before = device.local(key);
    Document shown = view.shown();
    JsonObject made = catalogue.next(key, shown);
    if (Document.of(made).equals(before)) {
      // To the server, the same content by the same client is the same edit.
      return;
    }
    say("edits " + key + " as seen " + shown + " into " + made);
    boolean[] done = {false};
    device.attempt(
        open -> {
          device.collection(key).edit(view, made);
          done[0] = true;
        });
    actedAsSeen(key, Deed.EDITED, shown, before, Document.of(made), done[0]);
  }

  /** Edits some records of a type at once. */
  void editTogether(Set<RecordKey> keys) {
    Map<RecordKey, Document> before = new LinkedHashMap<>();
    Map<RecordKey, Document> made = new LinkedHashMap<>();
    Map<String, JsonObject> objects = new LinkedHashMap<>();
    for (RecordKey key : keys) {
      Document local = device.local(key);
      JsonObject next = catalogue.next(key, local);
      before.put(key, local);
      made.put(key, Document.of(next));
      objects.put(key.id().value(), next);
    }
    say("edits " + keys + " into " + objects);
    device.attempt(open -> device.collection(keys.iterator().next()).putAll(objects));
    keys.forEach(key -> acted(key, Deed.EDITED, before.get(key), made.get(key)));
  }

  /** Deletes what was seen a while ago. */
  void deleteAsSeen() {
    List<RecordKey> keys = new ArrayList<>(seen.keySet());
    keys.removeIf(Catalogue::isPure);
    if (keys.isEmpty()) {
      return;
    }
    RecordKey key = dice.pick(keys);
    RecordView view = Objects.requireNonNull(seen.remove(key));
    Document before = device.local(key);
    boolean queued = device.hasQueued(key);
    say("deletes " + key + " as seen " + view.shown());
    boolean[] done = {false};
    device.attempt(
        open -> {
          device.collection(key).delete(view);
          done[0] = true;
        });
    boolean durable = done[0] || (!queued && device.hasQueued(key));
    actedAsSeen(key, Deed.DELETED, view.shown(), before, null, durable);
  }

  void delete(RecordKey key) {
    Document before = device.local(key);
    say("deletes " + key);
    device.attempt(open -> device.collection(key).delete(key.id().value()));
    acted(key, Deed.DELETED, before, null);
  }

  /** Notes an edit if it is durable: that can be seen. */
  private void acted(RecordKey key, Deed deed, @Nullable Document before, @Nullable Document made) {
    Document after = device.local(key);
    if (Objects.equals(before, after)) {
      return;
    }
    mine(key, after);
    ledger.add(
        Objects.equals(after, made)
            ? new Happening.Acted(device.number, key, deed, before, made)
            : new Happening.Replaced(device.number, key, before, after, false));
  }

  /** Notes an edit of what was seen; that need not show where the record was here no more. */
  private void actedAsSeen(
      RecordKey key,
      Deed deed,
      @Nullable Document shown,
      @Nullable Document before,
      @Nullable Document made,
      boolean durable) {
    Document after = device.local(key);
    if (durable || !Objects.equals(before, after)) {
      mine(key, after);
      ledger.add(new Happening.Acted(device.number, key, deed, shown, made));
      ledger.add(new Happening.Replaced(device.number, key, before, after, true));
    }
  }

  /** Notes that the person's own doing overrode a local state. */
  void changed(RecordKey key, Deed deed, @Nullable Document before, @Nullable Document after) {
    if (mine.containsKey(key) || !Objects.equals(before, after)) {
      mine(key, after);
    }
    if (!Objects.equals(before, after)) {
      overridden(key, deed.name(), before, after);
      if (deed == Deed.RESTORED) {
        ledger.add(new Happening.Acted(device.number, key, deed, before, after));
      }
    }
  }

  /**
   * Notes that the client has edited a record for this person: a file of theirs has arrived.
   *
   * @param without the record without the file
   * @param withOld the record with the file under the address that it had before
   */
  void attached(RecordKey key, Document without, Document withOld, Document now) {
    Optional<Document> made = mine.get(key);
    Document lost = made == null ? null : made.orElse(null);
    if (made != null && !without.equals(lost) && !withOld.equals(lost)) {
      overridden(key, "the sync", lost, without);
    }
    ledger.add(new Happening.Acted(device.number, key, Deed.EDITED, withOld, now));
    mine(key, now);
  }

  /** Compares what the person made with what is there since the last sync. */
  void lookForOverrides() {
    for (RecordKey key : new ArrayList<>(mine.keySet())) {
      Document made = mine.getOrDefault(key, Optional.empty()).orElse(null);
      Optional<RecordView> view = device.view(key);
      Document now = view.map(RecordView::data).orElse(null);
      if (!Objects.equals(made, now)) {
        overridden(key, "the sync", made, now);
        mine.remove(key);
      } else if (!isUnsettled(key)) {
        mine.remove(key);
      }
    }
  }

  private void overridden(
      RecordKey key, String by, @Nullable Document lost, @Nullable Document now) {
    List<Happening.Saved> saved = new ArrayList<>();
    for (Snapshot snapshot : device.client().undo().list(key)) {
      saved.add(new Happening.Saved(snapshot.data()));
    }
    ledger.add(new Happening.Overridden(device.number, key, by, lost, now, saved));
  }

  private void mine(RecordKey key, @Nullable Document made) {
    if (isUnsettled(key)) {
      mine.put(key, Optional.ofNullable(made));
    } else {
      mine.remove(key);
    }
  }

  /** Whether the server has not settled what this person made. */
  private boolean isUnsettled(RecordKey key) {
    Optional<RecordView> view = device.view(key);
    return view.isPresent()
        ? view.get().status() != RecordStatus.SYNCED
        : device.hasQueued(key) || device.hasConflict(key);
  }

  void say(String what) {
    trace.line("d" + device.number + " " + what);
  }
}
