package org.tidemark.testkit.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.SyncClient;
import org.tidemark.client.SyncOutcome;
import org.tidemark.client.outbox.OutboxItem;
import org.tidemark.client.transport.ConflictAnswer;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;
import org.tidemark.testkit.ledger.Evidence;
import org.tidemark.testkit.ledger.Happening;
import org.tidemark.testkit.ledger.Standing;
import org.tidemark.testkit.server.Role;

/** The end of a world: the faults stop, everything that can be sent is sent, people settle. */
final class Rest {
  private static final int MOST_ROUNDS = 40;
  private static final int MOST_SETTLEMENTS = 12;
  private static final Duration ROUND = Duration.ofMinutes(3);

  private final World world;

  Rest(World world) {
    this.world = world;
  }

  /** Stops the faults and lets everybody sync until nothing changes; what keeps it from resting. */
  Optional<String> come() {
    world.trace.line("the faults stop");
    world.late.arriveAll();
    for (Device device : world.devices) {
      device.calmDown();
      if (world.climate.returning()) {
        world.server.admit(World.TEAM, device.user, Role.EDITOR);
        world.server.admit(World.OTHER_TEAM, device.user, Role.EDITOR);
      }
    }
    return syncUntilQuiet();
  }

  /** People settle all that waits for them, as often as that takes. */
  Optional<String> settle() {
    for (int turn = 0; turn < MOST_SETTLEMENTS; turn++) {
      for (Device device : world.devices) {
        Desk desk = world.desks.get(device.number);
        desk.settleAll();
        world.postboxes.get(device.number).tendAll(turn > 2);
        int parked = device.client().outbox().parked().size();
        for (int i = 0; i < parked; i++) {
          desk.tendParked(turn > 2);
        }
      }
      Optional<String> restless = syncUntilQuiet();
      if (restless.isPresent()) {
        return restless;
      }
      if (nothingWaits()) {
        return Optional.empty();
      }
    }
    return Optional.of("conflicts or parked mutations come again and again: " + waiting());
  }

  private boolean nothingWaits() {
    for (Device device : world.devices) {
      Set<SpaceId> spaces = writable(device);
      for (var conflict : device.client().conflicts().open()) {
        if (spaces.contains(conflict.key().space())) {
          return false;
        }
      }
      for (OutboxItem item : device.client().outbox().parked()) {
        if (spaces.contains(item.key().space())) {
          return false;
        }
      }
      if (!world.postboxes.get(device.number).waiting(spaces, true).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private Optional<String> syncUntilQuiet() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      long before = progress();
      boolean complete = true;
      for (Device device : world.devices) {
        world.time.advance(ROUND);
        device.attempt(SyncClient::signedIn);
        SyncOutcome outcome = device.sync();
        complete &= outcome != null && outcome.isComplete();
        world.postboxes.get(device.number).upload();
        world.people.get(device.number).lookForOverrides();
      }
      if (complete && progress() == before && allSent()) {
        return Optional.empty();
      }
    }
    return Optional.of("does not come to rest: " + waiting());
  }

  /** Rises with everything that the server is told. */
  private long progress() {
    return world.ledger.all(Happening.Delivered.class).size()
        + world.server.records().values().stream().mapToLong(record -> record.seq()).sum();
  }

  private boolean allSent() {
    for (Device device : world.devices) {
      Set<SpaceId> spaces = writable(device);
      for (OutboxItem item : device.client().outbox().pending()) {
        if (spaces.contains(item.key().space()) && !heldBack(device, item)) {
          return false;
        }
      }
      if (!world.postboxes.get(device.number).waiting(spaces, false).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Whether a parked mutation of the same record stands before this one. */
  private static boolean heldBack(Device device, OutboxItem item) {
    return device.client().outbox().parked().stream()
        .anyMatch(parked -> parked.key().equals(item.key()));
  }

  private Set<SpaceId> writable(Device device) {
    Set<SpaceId> spaces = new LinkedHashSet<>();
    world
        .server
        .grants(device.user)
        .forEach(
            (space, role) -> {
              if (role != Role.VIEWER) {
                spaces.add(space);
              }
            });
    return spaces;
  }

  private String waiting() {
    List<String> waiting = new ArrayList<>();
    for (Device device : world.devices) {
      SyncClient client = device.client();
      waiting.add(
          "d%d %s pending %s parked %s conflicts %s uploads %s"
              .formatted(
                  device.number,
                  client.status(),
                  client.outbox().pending(),
                  client.outbox().parked(),
                  client.conflicts().open(),
                  client.uploads().list()));
    }
    return String.join("\n  ", waiting);
  }

  Evidence evidence() {
    world.ledger.copyHistory(world.server);
    List<Standing> standings = new ArrayList<>();
    for (Device device : world.devices) {
      standings.add(standing(device));
    }
    return new Evidence(world.server, world.ledger, standings, world.time.instant());
  }

  private Standing standing(Device device) {
    SyncClient client = device.client();
    List<OutboxItem> outbox = new ArrayList<>(client.outbox().pending());
    outbox.addAll(client.outbox().parked());
    Map<String, RecordKey> open = new TreeMap<>();
    client.conflicts().open().forEach(conflict -> open.put(conflict.id(), conflict.key()));
    Set<String> told = new LinkedHashSet<>();
    @Nullable ClientId clientId = null;
    for (Happening happening : world.ledger.all()) {
      if (happening instanceof Happening.Delivered delivered
          && delivered.device() == device.number) {
        clientId = delivered.client();
        ConflictAnswer conflict = delivered.answer().conflict();
        if (conflict != null && client.conflicts().find(conflict.conflictId()).isPresent()) {
          told.add(conflict.conflictId());
        }
      } else if (happening instanceof Happening.PulledFrom pulled
          && pulled.device() == device.number) {
        clientId = pulled.client();
      }
    }
    if (clientId == null) {
      throw new IllegalStateException("device " + device.number + " never spoke to the server");
    }
    return new Standing(
        device.number,
        clientId,
        world.server.grants(device.user).keySet(),
        device.all(world.places()),
        outbox,
        open,
        told,
        client.undo().recent(Integer.MAX_VALUE),
        client.uploads().list());
  }
}
