package org.tidemark.testkit.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.conflict.Choice;
import org.tidemark.client.conflict.ConflictView;
import org.tidemark.client.conflict.Side;
import org.tidemark.client.outbox.OutboxItem;
import org.tidemark.client.record.RecordStatus;
import org.tidemark.client.record.RecordView;
import org.tidemark.client.undo.RestoreResult;
import org.tidemark.client.undo.Snapshot;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.record.RecordKey;
import org.tidemark.testkit.ledger.Happening;
import org.tidemark.testkit.ledger.Happening.Deed;
import org.tidemark.testkit.ledger.Ledger;

/** Somebody with a device: edits, deletes, undoes, settles; remembers what they made. */
final class Person {
  private static final int LATEST = 8;

  private final Device device;
  private final Dice dice;
  private final Catalogue catalogue;
  private final Ledger ledger;
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
    say("edits " + key + " as seen " + shown + " into " + made);
    boolean[] done = {false};
    device.attempt(
        open -> {
          device.collection(key).edit(view, made);
          done[0] = true;
        });
    Document after = device.local(key);
    if (done[0] || !Objects.equals(before, after)) {
      mine(key, after);
      ledger.add(new Happening.Acted(device.number, key, Deed.EDITED, shown, Document.of(made)));
      ledger.add(new Happening.Replaced(device.number, key, before, after));
    }
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
            : new Happening.Replaced(device.number, key, before, after));
  }

  void undo() {
    List<Snapshot> snapshots = new ArrayList<>(device.client().undo().recent(LATEST));
    snapshots.removeIf(snapshot -> Catalogue.isPure(snapshot.key()));
    if (snapshots.isEmpty()) {
      return;
    }
    Snapshot snapshot = dice.pick(snapshots);
    RecordKey key = snapshot.key();
    Document before = device.local(key);
    boolean agreed = dice.chance(30);
    say("restores " + snapshot + (agreed ? " over whatever is there" : ""));
    List<RestoreResult> result = new ArrayList<>();
    device.attempt(open -> result.add(open.undo().restore(snapshot.id(), agreed)));
    Document after = device.local(key);
    if (!result.isEmpty() && result.get(0) instanceof RestoreResult.Restored) {
      ledger.add(new Happening.Restored(device.number, key, snapshot.data(), after));
    }
    changed(key, Deed.RESTORED, before, after);
  }

  void settleOne() {
    List<ConflictView> open = device.client().conflicts().open();
    if (!open.isEmpty()) {
      settle(dice.pick(open));
    }
  }

  void settleAll() {
    device.client().conflicts().open().forEach(this::settle);
  }

  private void settle(ConflictView conflict) {
    RecordKey key = conflict.key();
    Document before = device.local(key);
    Choice choice = choice(conflict, before);
    say("settles " + conflict.id() + " of " + key + " by " + choice);
    device.attempt(open -> open.conflicts().resolve(conflict.id(), choice));
    Document after = device.local(key);
    changed(key, Deed.SETTLED, before, after);
    ledger.add(new Happening.Acted(device.number, key, Deed.SETTLED, before, after));
  }

  private Choice choice(ConflictView conflict, @Nullable Document local) {
    return switch (dice.below(5)) {
      case 0 -> Choice.keepLocal();
      case 1 -> Choice.useServer();
      case 2 -> Choice.acceptSuggestion();
      case 3 -> Choice.merge(catalogue.next(conflict.key(), local));
      default ->
          conflict.conflict().fields().isEmpty()
              ? Choice.keepLocal()
              : Choice.field(
                  dice.pick(conflict.conflict().fields()).path(),
                  dice.pick(List.of(Side.LOCAL, Side.SERVER)));
    };
  }

  /** Deals with one of the mutations that wait for a person. */
  void tendParked(boolean givingUp) {
    List<OutboxItem> parked = device.client().outbox().parked();
    if (parked.isEmpty()) {
      return;
    }
    OutboxItem item = dice.pick(parked);
    RecordKey key = item.key();
    Document before = device.local(key);
    boolean dismiss = givingUp || dice.chance(50);
    say((dismiss ? "dismisses " : "retries ") + item.id() + " of " + key);
    device.attempt(
        open -> {
          if (dismiss) {
            open.outbox().dismiss(item.id());
          } else {
            open.outbox().retry(item.id());
          }
        });
    Document after = device.local(key);
    Deed deed = dismiss ? Deed.DISMISSED : Deed.RETRIED;
    changed(key, deed, before, after);
    ledger.add(new Happening.Acted(device.number, key, deed, before, after));
    if (item.data() != null) {
      ledger.add(new Happening.Acted(device.number, key, deed, item.data(), item.data()));
    }
  }

  /** Notes that the person's own doing overrode a local state. */
  private void changed(
      RecordKey key, Deed deed, @Nullable Document before, @Nullable Document after) {
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
