package org.tidemark.testkit.world;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.conflict.Choice;
import org.tidemark.client.conflict.ConflictView;
import org.tidemark.client.conflict.Side;
import org.tidemark.client.outbox.OutboxItem;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.replica.ConflictState;
import org.tidemark.client.undo.RestoreResult;
import org.tidemark.client.undo.Snapshot;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.RecordKey;
import org.tidemark.testkit.ledger.Happening;
import org.tidemark.testkit.ledger.Happening.Deed;
import org.tidemark.testkit.ledger.Ledger;

/** Where a person undoes, and deals with what waits for them: conflicts and parked mutations. */
final class Desk {
  private static final int LATEST = 8;

  private final Person person;
  private final Device device;
  private final Ledger ledger;
  private final Dice dice;
  private final Catalogue catalogue;

  Desk(Person person, Dice dice, Catalogue catalogue) {
    this.person = person;
    this.device = person.device;
    this.ledger = person.ledger;
    this.dice = dice;
    this.catalogue = catalogue;
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
    boolean queued = device.hasQueued(key);
    boolean agreed = dice.chance(30);
    person.say("restores " + snapshot + (agreed ? " over whatever is there" : ""));
    List<RestoreResult> result = new ArrayList<>();
    device.attempt(open -> result.add(open.undo().restore(snapshot.id(), agreed)));
    Document after = device.local(key);
    if (!result.isEmpty() && result.get(0) instanceof RestoreResult.Restored) {
      boolean withdrew = queued && !device.hasQueued(key);
      ledger.add(new Happening.Restored(device.number, key, snapshot.data(), after, withdrew));
    }
    person.changed(key, Deed.RESTORED, before, after);
  }

  /** Settles a conflict; false where there is none. */
  boolean settleOne() {
    List<ConflictView> open = device.client().conflicts().open();
    if (!open.isEmpty()) {
      ConflictView conflict = dice.pick(open);
      settle(conflict);
      if (dice.chance(30)) {
        person.edit(conflict.key());
      }
    }
    return !open.isEmpty();
  }

  void settleAll() {
    device.client().conflicts().open().forEach(this::settle);
  }

  private void settle(ConflictView conflict) {
    RecordKey key = conflict.key();
    Document before = device.local(key);
    Choice choice = choice(conflict, before);
    person.say("settles " + conflict.id() + " of " + key + " by " + choice);
    device.attempt(open -> open.conflicts().resolve(conflict.id(), choice));
    Document after = device.local(key);
    person.changed(key, Deed.SETTLED, before, after);
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
    person.say((dismiss ? "dismisses " : "retries ") + item.id() + " of " + key);
    device.attempt(
        open -> {
          if (dismiss) {
            open.outbox().dismiss(item.id());
          } else {
            open.outbox().retry(item.id());
          }
        });
    Document after = device.local(key);
    Problem problem = item.problem();
    String cause = problem == null ? "NOTHING" : problem.code();
    ledger.add(new Happening.Tended(device.number, cause));
    Deed retried = cause.equals("MUTATION_EXPIRED") ? Deed.RISKED : Deed.RETRIED;
    Deed deed = dismiss ? Deed.DISMISSED : retried;
    person.changed(key, deed, before, after);
    ledger.add(new Happening.Acted(device.number, key, deed, before, after));
    if (item.data() != null) {
      ledger.add(new Happening.Acted(device.number, key, deed, item.data(), item.data()));
    }
  }

  /** Gives up a conflict, which is possible only where the space was lost. */
  void giveUpConflict() {
    List<ConflictView> open = device.client().conflicts().open();
    if (open.isEmpty()) {
      return;
    }
    ConflictView conflict = dice.pick(open);
    RecordKey key = conflict.key();
    Document before = device.local(key);
    person.say("gives up " + conflict.id() + " of " + key);
    device.attempt(client -> client.conflicts().dismiss(conflict.id()));
    if (device.client().conflicts().find(conflict.id()).orElseThrow().state()
        == ConflictState.DISMISSED) {
      Document after = device.local(key);
      person.changed(key, Deed.DISMISSED, before, after);
      ledger.add(new Happening.ConflictGivenUp(device.number, conflict.id()));
      ledger.add(new Happening.Acted(device.number, key, Deed.DISMISSED, before, after));
    }
  }
}
