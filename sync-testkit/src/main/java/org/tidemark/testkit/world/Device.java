package org.tidemark.testkit.world;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.SyncClient;
import org.tidemark.client.SyncOutcome;
import org.tidemark.client.environment.Environment;
import org.tidemark.client.environment.StoreObserver;
import org.tidemark.client.outbox.OutboxItem;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.record.RecordCollection;
import org.tidemark.client.record.RecordView;
import org.tidemark.client.settings.ClientSettings;
import org.tidemark.client.settings.RetrySettings;
import org.tidemark.client.settings.Sizes;
import org.tidemark.client.settings.UndoSettings;
import org.tidemark.client.settings.UploadSettings;
import org.tidemark.client.transport.Transport;
import org.tidemark.client.transport.media.MediaTransport;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;

/** A device: the real client on a real database file, with a power supply and a network. */
final class Device {
  private static final URI SERVER = URI.create("https://tidemark.test/sync");

  final int number;
  final String user;
  final DeviceClock clock;
  final Network network;
  private final Power power;
  private final StrainedServer strained;
  private final Trace trace;
  private ClientSettings settings;
  private @Nullable SyncClient client;

  /** What a device is made of. */
  record Parts(
      int number,
      String user,
      Path database,
      DeviceClock clock,
      Network network,
      StrainedServer strained,
      Transport transport,
      MediaTransport media,
      Power power,
      StoreObserver observer,
      Function<String, String> ids) {}

  Device(Parts parts, Dice dice, Trace trace) {
    this.number = parts.number();
    this.user = parts.user();
    this.clock = parts.clock();
    this.network = parts.network();
    this.strained = parts.strained();
    this.power = parts.power();
    this.trace = trace;
    this.settings =
        ClientSettings.of(SERVER, user, () -> "token", parts.database())
            .withSizes(
                new Sizes(
                    dice.between(1, 12), dice.between(1, 4), dice.between(4, 9), 1 << 16, 1 << 24))
            .withRetry(
                new RetrySettings(
                    RetrySettings.USUAL.base(),
                    RetrySettings.USUAL.cap(),
                    RetrySettings.USUAL.jitter(),
                    dice.pick(List.of(2, 8))))
            .withUndo(new UndoSettings(Duration.ofDays(3_650), 10_000))
            .withEnvironment(
                new Environment(clock, dice::fraction, () -> parts.ids().apply("d" + number)))
            .withTransport(parts.transport())
            .withUploads(new UploadSettings(1, 50, 1 << 10, 1 << 20, 10_000))
            .withMedia(parts.media())
            .withObserver(parts.observer());
  }

  boolean knowsPolicies() {
    return power.hasWritten("policies");
  }

  SyncClient client() {
    SyncClient open = client;
    if (open == null) {
      open = SyncClient.open(settings);
      client = open;
    }
    return open;
  }

  /** Closes the client in good order; the next use opens it again. */
  void close() {
    SyncClient open = client;
    client = null;
    if (open != null) {
      open.close();
    }
  }

  /** From now on everything works. */
  void calmDown() {
    network.calmDown();
    strained.calmDown();
    power.fillDisk(0);
    power.failAfter(-1, false);
    pullOnly();
  }

  /** Is closed, and pulls these types only when it is opened again; none: all. */
  void pullOnly(EntityType... types) {
    ClientSettings next = settings.withTypes(types);
    if (!next.types().equals(settings.types())) {
      trace.line("d" + number + " pulls only " + next.types());
      close();
      settings = next;
    }
  }

  boolean pulls(EntityType type) {
    return settings.types().isEmpty() || settings.types().contains(type);
  }

  /** Whether the record is of a type and a space that the application shows here. */
  boolean sees(RecordKey key) {
    SpaceId space = key.space();
    boolean shared = space.equals(World.TEAM) || space.equals(World.OTHER_TEAM);
    return pulls(key.type()) && (shared || space.equals(SpaceId.personal(user)));
  }

  void fillDisk(int writes) {
    power.fillDisk(writes);
  }

  /** Does something during a request of this device: it must not lose its power by that. */
  void powered(Runnable deed) {
    power.hold(true);
    try {
      deed.run();
    } finally {
      power.hold(false);
    }
  }

  void failAfter(int writes, boolean beforeCommit) {
    power.failAfter(writes, beforeCommit);
  }

  /** Does something; false: the power failed meanwhile, and the client was opened again. */
  boolean attempt(Consumer<SyncClient> deed) {
    try {
      deed.accept(client());
      return true;
    } catch (PowerCut cut) {
      close();
      power.comeBack();
      client();
      return false;
    } catch (ClientException refused) {
      trace.line("d" + number + " can't: " + refused.problem().code());
      return true;
    }
  }

  /** Syncs once; null: the power failed. */
  @Nullable SyncOutcome sync() {
    List<SyncOutcome> outcome = new ArrayList<>();
    attempt(open -> outcome.add(open.syncNow()));
    if (outcome.isEmpty()) {
      return null;
    }
    SyncOutcome ended = outcome.get(0);
    trace.line("d" + number + " synced " + ended);
    Problem problem = ended.problem();
    if (problem != null && problem.code().equals("CLIENT_ID_TAKEN")) {
      attempt(SyncClient::renewClientId);
    }
    return ended;
  }

  Optional<RecordView> view(RecordKey key) {
    return collection(key).get(key.id().value());
  }

  @Nullable Document local(RecordKey key) {
    return view(key).map(RecordView::data).orElse(null);
  }

  boolean hasQueued(RecordKey key) {
    List<OutboxItem> queued = new ArrayList<>(client().outbox().pending());
    queued.addAll(client().outbox().parked());
    return queued.stream().anyMatch(item -> item.key().equals(key));
  }

  boolean hasConflict(RecordKey key) {
    return client().conflicts().open().stream().anyMatch(open -> open.key().equals(key));
  }

  RecordCollection collection(RecordKey key) {
    return client().collection(key.space(), key.type());
  }

  /** Everything that the application sees, of these records' spaces and types. */
  Map<RecordKey, RecordView> all(Iterable<RecordKey> anyOfEach) {
    Map<RecordKey, RecordView> seen = new TreeMap<>();
    for (RecordKey key : anyOfEach) {
      RecordId after = null;
      do {
        var page = collection(key).list(after, 2);
        page.items().forEach(view -> seen.put(view.key(), view));
        after = page.next();
      } while (after != null);
    }
    return seen;
  }
}
