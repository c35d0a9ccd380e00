package org.tidemark.testkit.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.SyncClient;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordKey;

/** The restless part of a world: people work, time passes, and everything fails now and then. */
final class Life {
  private final World world;
  private final Dice dice;
  private final Outside outside;
  private @Nullable Device busy;

  Life(World world) {
    this.world = world;
    this.dice = world.dice;
    this.outside = new Outside(world);
    for (Device device : world.devices) {
      device.network.meanwhile(() -> meanwhile(device));
    }
  }

  void step() {
    pass();
    world.late.arrive();
    Device device = dice.pick(world.devices);
    disturb(device);
    outside.disturb(device);
    if (dice.chance(20)) {
      world.postboxes.get(device.number).act(world.places());
    } else {
      act(device);
    }
  }

  /** Lets time pass: none, a moment, or so much that receipts and cursors end. */
  private void pass() {
    if (dice.chance(world.climate.absences())) {
      int days = dice.pick(List.of(1, 35, 100));
      world.tally.add("absence of " + days + " days");
      world.time.advance(Duration.ofDays(days).plus(dice.upTo(Duration.ofHours(1))));
      outside.clean();
    } else if (!dice.chance(world.climate.equalTimes())) {
      world.time.advance(dice.upTo(Duration.ofSeconds(dice.chance(20) ? 90 : 5)));
    }
  }

  private void disturb(Device device) {
    if (dice.chance(world.climate.crashes())) {
      device.failAfter(dice.below(4), dice.chance(50));
    }
    if (dice.chance(world.climate.fullDisks())) {
      device.fillDisk(dice.between(1, 3));
    }
    if (dice.chance(world.climate.clocks())) {
      world.tally.add("clock set");
      device.clock.jump(dice.upTo(Duration.ofHours(4)).minusHours(2));
    }
    if (dice.chance(world.upheavals.filters())) {
      world.tally.add("filter changed");
      device.pullOnly(filter());
    }
  }

  private EntityType[] filter() {
    return dice.chance(40)
        ? new EntityType[0]
        : new EntityType[] {new EntityType(dice.pick(world.types))};
  }

  private void act(Device device) {
    int choice = dice.below(102);
    if (choice >= 100) {
      workTogether(device);
    } else if (choice < 55) {
      work(device);
    } else if (choice < 87) {
      sync(device);
    } else if (choice < 89) {
      outside.settleOne();
    } else if (choice < 92) {
      device.network.setDown(!device.network.isDown());
    } else if (choice < 93) {
      device.network.refuseTokenFor(dice.upTo(Duration.ofMinutes(1)));
    } else if (choice < 95) {
      device.attempt(SyncClient::signedIn);
    } else if (choice < 97) {
      device.attempt(open -> open.outbox().hurry());
    } else if (choice < 99) {
      world.tally.add("restart");
      world.trace.line("d" + device.number + " is restarted");
      device.close();
    } else {
      outside.clean();
    }
  }

  private void work(Device device) {
    Person person = world.people.get(device.number);
    Desk desk = world.desks.get(device.number);
    int choice = dice.below(56);
    if (choice < 31) {
      person.edit(world.someRecord(device));
    } else if (choice < 34) {
      person.editTogether(some(world.someRecord(device)));
    } else if (choice < 38) {
      person.look(world.someRecord(device));
    } else if (choice < 41) {
      person.editAsSeen();
    } else if (choice < 44) {
      delete(device, person);
    } else if (choice < 45) {
      person.deleteAsSeen();
    } else if (choice < 49) {
      desk.undo();
    } else if (choice < 53) {
      if (desk.settleOne() && device.network.isDown()) {
        world.tally.add("settled offline");
      }
    } else if (choice < 55) {
      desk.tendParked(false);
    } else {
      desk.giveUpConflict();
    }
  }

  /** Two people edit a record at the same time. */
  private void workTogether(Device device) {
    RecordKey key = world.someRecord(device);
    Device other = dice.pick(world.devices);
    world.people.get(device.number).edit(key);
    if (other != device && other != busy && other.sees(key)) {
      world.people.get(other.number).edit(key);
    }
  }

  private Set<RecordKey> some(RecordKey key) {
    Set<RecordKey> keys = new LinkedHashSet<>(List.of(key));
    keys.add(world.beside(key));
    return keys;
  }

  private void sync(Device device) {
    if (device.sync() != null) {
      world.people.get(device.number).lookForOverrides();
    }
  }

  private void delete(Device device, Person person) {
    RecordKey key = world.someRecord(device);
    if (!Catalogue.isPure(key)) {
      person.delete(key);
    }
  }

  /** A request is under way: its sender goes on working, or somebody else does something. */
  private void meanwhile(Device sender) {
    if (busy != null || !dice.chance(world.climate.meanwhile())) {
      return;
    }
    busy = sender;
    try {
      if (dice.chance(50)) {
        world.tally.add("work during a request");
        world.people.get(sender.number).lookForOverrides();
        sender.powered(() -> work(sender));
      } else {
        world.tally.add("others during a request");
        List<Device> others = new ArrayList<>(world.devices);
        others.remove(sender);
        act(dice.pick(others));
      }
    } finally {
      busy = null;
    }
  }
}
