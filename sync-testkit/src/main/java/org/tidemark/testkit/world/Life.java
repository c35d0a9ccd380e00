package org.tidemark.testkit.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.client.transport.ResolveRequest;
import org.tidemark.client.transport.Transport;
import org.tidemark.client.transport.TransportException;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.SpaceId;
import org.tidemark.core.resolve.Resolution;
import org.tidemark.testkit.ledger.Happening;
import org.tidemark.testkit.server.Role;
import org.tidemark.testkit.server.StoredConflict;

/** The restless part of a world: people work, time passes, and everything fails now and then. */
final class Life {
  private static final ClientId CONSOLE = new ClientId("console");
  private static final int SERVER = -1;

  private final World world;
  private final Dice dice;
  private int decisions;

  Life(World world) {
    this.world = world;
    this.dice = world.dice;
  }

  void step() {
    pass();
    world.late.arrive();
    Device device = dice.pick(world.devices);
    Person person = world.people.get(device.number);
    if (dice.chance(world.climate.crashes())) {
      device.failAfter(dice.below(4), dice.chance(50));
    }
    if (dice.chance(world.climate.memberships())) {
      changeMembers(device);
    }
    if (dice.chance(world.climate.clocks())) {
      device.clock.jump(dice.upTo(Duration.ofHours(4)).minusHours(2));
    }
    if (dice.chance(20)) {
      world.postboxes.get(device.number).act(world.places());
      return;
    }
    int choice = dice.below(100);
    if (choice < 34) {
      person.edit(world.someRecord(device));
    } else if (choice < 66) {
      sync(device);
    } else if (choice < 70) {
      person.look(world.someRecord(device));
    } else if (choice < 73) {
      person.editAsSeen();
    } else if (choice < 77) {
      delete(device, person);
    } else if (choice < 81) {
      person.undo();
    } else if (choice < 85) {
      person.settleOne();
    } else if (choice < 87) {
      settleAtServer();
    } else if (choice < 89) {
      person.tendParked(false);
    } else if (choice < 92) {
      device.network.setDown(!device.network.isDown());
    } else if (choice < 93) {
      device.network.refuseTokenFor(dice.upTo(Duration.ofMinutes(1)));
    } else if (choice < 95) {
      device.attempt(open -> open.signedIn());
    } else if (choice < 97) {
      device.attempt(open -> open.outbox().hurry());
    } else if (choice < 99) {
      world.trace.line("d" + device.number + " is restarted");
      device.close();
    } else {
      clean();
    }
  }

  /** Lets time pass: none, a moment, or so much that receipts and cursors end. */
  private void pass() {
    if (dice.chance(world.climate.absences())) {
      world.time.advance(
          Duration.ofDays(dice.pick(List.of(1, 35, 100))).plus(dice.upTo(Duration.ofHours(1))));
      clean();
    } else if (!dice.chance(world.climate.equalTimes())) {
      world.time.advance(dice.upTo(Duration.ofSeconds(dice.chance(20) ? 90 : 5)));
    }
  }

  private void clean() {
    world.trace.line("the server cleans up");
    world.ledger.copyHistory(world.server);
    world.server.clean();
  }

  private void sync(Device device) {
    if (device.sync() != null) {
      world.people.get(device.number).lookForOverrides();
    }
  }

  private void delete(Device device, Person person) {
    var key = world.someRecord(device);
    if (!Catalogue.isPure(key)) {
      person.delete(key);
    }
  }

  private void changeMembers(Device device) {
    SpaceId space = dice.chance(50) ? World.TEAM : World.OTHER_TEAM;
    if (!world.server.grants(device.user).containsKey(space)) {
      world.trace.line(device.user + " is let into " + space);
      world.server.admit(space, device.user, Role.EDITOR);
    } else if (dice.chance(70)) {
      world.trace.line(device.user + " is put out of " + space);
      world.server.dismiss(space, device.user);
    } else {
      Role role = dice.pick(List.of(Role.VIEWER, Role.EDITOR));
      world.trace.line(device.user + " becomes " + role + " of " + space);
      world.server.admit(space, device.user, role);
    }
  }

  /** An administrator settles a conflict in the console. */
  private void settleAtServer() {
    List<StoredConflict> open = new ArrayList<>(world.server.conflicts());
    open.removeIf(conflict -> !conflict.isOpen());
    if (open.isEmpty()) {
      return;
    }
    StoredConflict conflict = dice.pick(open);
    var record = world.server.record(conflict.key()).orElseThrow();
    Resolution resolution = dice.pick(List.of(Resolution.values()));
    JsonObject merged = world.catalogue.next(conflict.key(), record.state().data());
    Document data = resolution == Resolution.MERGE ? Document.of(merged) : null;
    world.trace.line("the console settles " + conflict.id() + " by " + resolution + " " + data);
    Transport console = world.server.asAdministrator("admin");
    try {
      ItemAnswer answer =
          console.resolveConflict(
              new ResolveRequest(
                  CONSOLE,
                  new MutationId("console-" + ++decisions),
                  conflict.id(),
                  resolution,
                  data,
                  record.state().version(),
                  world.time.instant(),
                  decisions));
      if (answer.status() == SyncStatus.APPLIED) {
        world.ledger.add(
            new Happening.Acted(
                SERVER,
                conflict.key(),
                Happening.Deed.SETTLED,
                record.state().data(),
                answer.data()));
      }
    } catch (TransportException e) {
      throw new IllegalStateException(e);
    }
  }
}
