package org.tidemark.testkit.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

/** What administrators and operators do at the server. */
final class Outside {
  private static final ClientId CONSOLE = new ClientId("console");
  private static final int SERVER = -1;

  private final World world;
  private final Dice dice;
  private final int restoreAt;
  private final int backupAt;
  private @Nullable Runnable backup;
  private int decisions;
  private int turns;

  Outside(World world) {
    this.world = world;
    this.dice = world.dice;
    this.backupAt = dice.between(10, 60);
    this.restoreAt = backupAt + dice.between(5, 50);
  }

  void disturb(Device device) {
    if (dice.chance(world.climate.memberships())) {
      changeMembers(device);
    }
    if (dice.chance(world.upheavals.policies())) {
      changePolicy();
    }
    if (world.upheavals.restored()) {
      restore();
    }
  }

  void clean() {
    world.tally.add("server cleaned");
    world.trace.line("the server cleans up");
    world.ledger.copyHistory(world.server);
    world.server.clean();
  }

  private void restore() {
    turns++;
    if (turns == backupAt) {
      world.trace.line("the server is backed up");
      backup = world.server.backup();
    }
    Runnable taken = backup;
    if (turns == restoreAt && taken != null) {
      world.tally.add("server restored");
      world.trace.line("the server is restored");
      world.ledger.copyHistory(world.server);
      taken.run();
      world.ledger.restored(world.server, world.time.instant());
    }
  }

  private void changePolicy() {
    List<@Nullable SpaceId> places = Arrays.asList(null, World.TEAM, World.OTHER_TEAM);
    int place = dice.below(places.size());
    SpaceId space = places.get(place);
    world.tally.add(space == null ? "policy changed" : "policy of a space changed");
    world.server.change(PolicyChanges.any(dice), space);
  }

  private void changeMembers(Device device) {
    SpaceId space = dice.chance(50) ? World.TEAM : World.OTHER_TEAM;
    if (!world.server.grants(device.user).containsKey(space)) {
      note("space regained", device.user + " is let into " + space);
      world.server.admit(space, device.user, Role.EDITOR);
    } else if (dice.chance(70)) {
      note("space lost", device.user + " is put out of " + space);
      world.server.dismiss(space, device.user);
    } else {
      Role role = dice.pick(List.of(Role.VIEWER, Role.EDITOR));
      note("role set", device.user + " becomes " + role + " of " + space);
      world.server.admit(space, device.user, role);
    }
  }

  private void note(String kind, String story) {
    world.tally.add(kind);
    world.trace.line(story);
  }

  /** An administrator settles a conflict in the console. */
  void settleOne() {
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
        world.tally.add("settled elsewhere by " + resolution);
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
