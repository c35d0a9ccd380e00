package org.tidemark.testkit.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.PullRequest;
import org.tidemark.client.transport.Transport;
import org.tidemark.client.transport.TransportException;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;
import org.tidemark.testkit.ledger.Ledger;
import org.tidemark.testkit.server.MediaLimits;
import org.tidemark.testkit.server.ModelServer;
import org.tidemark.testkit.server.ModelSettings;
import org.tidemark.testkit.server.Policies;
import org.tidemark.testkit.server.Role;
import org.tidemark.testkit.server.StoredConflict;

/**
 * A few devices, their people and one server, made from a seed.
 *
 * <p>All chance comes from one generator, all time from one clock, and one thread does everything;
 * so the same seed gives the same world, to the byte of its trace. The clients are the real ones on
 * real database files, the server is the model over the real core.
 */
final class World implements AutoCloseable {
  static final SpaceId TEAM = new SpaceId("team");
  static final SpaceId OTHER_TEAM = new SpaceId("other-team");

  final Dice dice;
  final Trace trace = new Trace();
  final Tally tally = new Tally();
  final VirtualTime time = new VirtualTime();
  final Ledger ledger = new Ledger();
  final Climate climate;
  final Upheavals upheavals;
  final LateRequests late;
  final ModelServer server;
  final Catalogue catalogue;
  final List<Device> devices = new ArrayList<>();
  final List<Person> people = new ArrayList<>();
  final List<Desk> desks = new ArrayList<>();
  final List<Postbox> postboxes = new ArrayList<>();
  final List<String> types = new ArrayList<>();
  private final Map<String, Integer> ids = new HashMap<>();
  private final Path folder;

  World(long seed, Composition composition) {
    dice = new Dice(seed);
    climate = Climate.of(dice);
    upheavals = Upheavals.of(dice);
    late = new LateRequests(time, dice, trace, tally);
    catalogue = new Catalogue(dice);
    folder = newFolder();
    trace.line("world " + seed + " " + climate + " " + upheavals);
    ModelServer.Parts parts =
        new ModelServer.Parts(
            composition.receipts(), composition.decisions(), Policies.simulated(), () -> id("c"));
    server = new ModelServer(settings(), time, parts);
    server.media().limit(mediaLimits());
    for (int i = 0; i < 4; i++) {
      types.add(dice.pick(Catalogue.TYPES));
    }
    List<String> users =
        dice.chance(30) ? List.of("ana", "ben", "ana") : List.of("ana", "ben", "cleo");
    users.forEach(
        user -> {
          server.admit(TEAM, user, Role.EDITOR);
          server.admit(OTHER_TEAM, user, Role.EDITOR);
        });
    for (String user : users) {
      add(user, composition);
    }
    if (upheavals.takenName()) {
      take(new ClientId("d0-1"));
    }
  }

  /** Small parts, and addresses that end before a slow device gets to them. */
  private MediaLimits mediaLimits() {
    return new MediaLimits(
        dice.between(5, 20),
        dice.pick(List.of(Duration.ofSeconds(1), Duration.ofSeconds(20), Duration.ofMinutes(15))),
        Duration.ofHours(24),
        Duration.ofDays(7));
  }

  private ModelSettings settings() {
    ModelSettings usual =
        upheavals.narrow() ? ModelSettings.USUAL.withMaxBatch(2) : ModelSettings.USUAL;
    return upheavals.trimmed()
        ? usual.withLives(Duration.ofDays(30), Duration.ofDays(90), Duration.ofMinutes(1))
        : usual;
  }

  /** Somebody else has used a client id first. */
  private void take(ClientId client) {
    try {
      server.as("mallory").pull(new PullRequest(client, null, 1, new TreeSet<>()));
    } catch (TransportException e) {
      throw new IllegalStateException(e);
    }
  }

  private void add(String user, Composition composition) {
    int number = devices.size();
    StrainedServer strained = new StrainedServer(server.as(user), dice, climate.strain());
    Network network =
        new Network(
            number,
            new ServerDoor(number, strained, ledger),
            dice,
            time,
            late,
            trace,
            tally,
            climate.faults());
    Transport door = new ClientDoor(number, network, ledger, this::keyOfConflict);
    Power power = new Power(trace, tally, ledger, number);
    Path database = folder.resolve("d" + number + ".db");
    Device device =
        new Device(
            new Device.Parts(
                number,
                user,
                database,
                clock(),
                network,
                strained,
                composition.between(number, door),
                composition.betweenFiles(
                    number,
                    new MediaNetwork(
                        number, server.media().as(user), network, power, dice, ledger, climate)),
                power,
                Postbox.watching(composition.observing(number, power), () -> postboxes.get(number)),
                this::id),
            dice,
            trace);
    device.client();
    device.close();
    composition.made(database);
    devices.add(device);
    Person person = new Person(device, dice, catalogue, ledger, trace);
    people.add(person);
    postboxes.add(new Postbox(person, device, dice, ledger, climate, folder));
    desks.add(new Desk(person, dice, catalogue));
  }

  private DeviceClock clock() {
    if (dice.chance(60)) {
      return new DeviceClock(time, Duration.ZERO, 0);
    }
    Duration offset =
        dice.chance(15)
            ? Duration.ofDays(dice.pick(List.of(-20_000, -400, 400, 4_000)))
            : dice.upTo(Duration.ofDays(3)).minusDays(2);
    return new DeviceClock(time, offset, dice.between(-200, 200));
  }

  private String id(String prefix) {
    return prefix + "-" + ids.merge(prefix, 1, Integer::sum);
  }

  private @Nullable RecordKey keyOfConflict(String conflict) {
    for (StoredConflict stored : server.conflicts()) {
      if (stored.id().equals(conflict)) {
        return stored.key();
      }
    }
    return null;
  }

  /** Some record that the person might write, of what they see; most are shared by all. */
  RecordKey someRecord(Device device) {
    int place = dice.below(20);
    SpaceId space = place < 14 ? TEAM : place < 17 ? OTHER_TEAM : SpaceId.personal(device.user);
    List<String> seen = new ArrayList<>(types);
    seen.removeIf(type -> !device.pulls(new EntityType(type)));
    return key(space, dice.pick(seen), dice.pick(Catalogue.IDS));
  }

  /** Another record beside this one, which may be the same. */
  RecordKey beside(RecordKey key) {
    return new RecordKey(key.space(), key.type(), new RecordId(dice.pick(Catalogue.IDS)));
  }

  /** One record of each space and type. */
  List<RecordKey> places() {
    Set<SpaceId> spaces = new LinkedHashSet<>(List.of(TEAM, OTHER_TEAM));
    devices.forEach(device -> spaces.add(SpaceId.personal(device.user)));
    List<RecordKey> places = new ArrayList<>();
    for (SpaceId space : spaces) {
      for (String type : new LinkedHashSet<>(types)) {
        places.add(key(space, type, "any"));
      }
    }
    return places;
  }

  private static RecordKey key(SpaceId space, String type, String id) {
    return new RecordKey(space, new EntityType(type), new RecordId(id));
  }

  @Override
  public void close() {
    devices.forEach(Device::close);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In memory where the system has such a place: nothing here is to outlive the world. */
  private static Path newFolder() {
    Path memory = Path.of("/dev/shm");
    try {
      return Files.isWritable(memory)
          ? Files.createTempDirectory(memory, "tidemark-world")
          : Files.createTempDirectory("tidemark-world");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
