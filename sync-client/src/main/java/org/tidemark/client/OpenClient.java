package org.tidemark.client;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.conflict.Conflicts;
import org.tidemark.client.conflict.StoredConflicts;
import org.tidemark.client.engine.Background;
import org.tidemark.client.engine.Engine;
import org.tidemark.client.environment.StoreObserver;
import org.tidemark.client.event.EventHub;
import org.tidemark.client.event.Events;
import org.tidemark.client.ledger.Ledger;
import org.tidemark.client.ledger.Names;
import org.tidemark.client.log.Log;
import org.tidemark.client.outbox.Outbox;
import org.tidemark.client.outbox.StoredOutbox;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.StoreProblems;
import org.tidemark.client.record.RecordCollection;
import org.tidemark.client.record.StoredCollection;
import org.tidemark.client.report.Report;
import org.tidemark.client.settings.ClientSettings;
import org.tidemark.client.store.Database;
import org.tidemark.client.store.SettingTable;
import org.tidemark.client.store.SpaceTable;
import org.tidemark.client.transport.SpaceGrant;
import org.tidemark.client.transport.Transport;
import org.tidemark.client.transport.http.HttpMedia;
import org.tidemark.client.transport.http.HttpTransport;
import org.tidemark.client.transport.media.MediaTransport;
import org.tidemark.client.undo.StoredUndo;
import org.tidemark.client.undo.Undo;
import org.tidemark.client.upload.StoredUploads;
import org.tidemark.client.upload.Uploads;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.SpaceId;

/** A client over an open database. */
final class OpenClient implements SyncClient {

  private final ClientSettings settings;
  private final Database database;
  private final Ledger ledger;
  private final Engine engine;
  private final Background background;
  private final Conflicts conflicts;
  private final Undo undo;
  private final Outbox outbox;
  private final StoredUploads uploads;

  private OpenClient(ClientSettings settings, Database database) {
    Path log = settings.database().resolveSibling(settings.database().getFileName() + ".log");
    Log lines = new Log(log, settings.log(), settings.environment().clock());
    this.settings = settings;
    this.database = database;
    this.ledger = new Ledger(database, settings, new EventHub(lines), lines);
    this.engine = new Engine(ledger, transport(settings));
    this.background = new Background(engine);
    this.conflicts = new StoredConflicts(ledger);
    this.undo = new StoredUndo(ledger);
    this.outbox = new StoredOutbox(ledger);
    this.uploads = new StoredUploads(ledger, engine, media(settings));
  }

  static OpenClient open(ClientSettings given) {
    ClientSettings settings = given.withDatabase(Database.real(given.database()));
    Database database = Database.open(settings.database(), settings.observer());
    try {
      prepare(database, settings);
      return new OpenClient(settings, database);
    } catch (RuntimeException | Error e) {
      database.close();
      throw e;
    }
  }

  static Optional<Owner> ownerOf(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (Database database = Database.open(file, StoreObserver.NONE)) {
      return database.read(tables -> owner(tables.settings()));
    }
  }

  static Optional<Owner> serverMoved(Path file, URI server) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (Database database = Database.open(file, StoreObserver.NONE)) {
      Optional<Owner> owner = database.read(tables -> owner(tables.settings()));
      if (owner.isPresent()) {
        database.change("server moved", tables -> tables.settings().set(Names.SERVER, server));
      }
      return owner.map(before -> new Owner(server, before.user(), before.space()));
    }
  }

  private static Optional<Owner> owner(SettingTable table) throws SQLException {
    String user = text(table.get(Names.USER));
    if (user.isEmpty()) {
      return Optional.empty();
    }
    String space = text(table.get(Names.USUAL_SPACE));
    return Optional.of(
        new Owner(
            URI.create(text(table.get(Names.SERVER))),
            user,
            space.isEmpty() ? SpaceId.personal(user) : new SpaceId(space)));
  }

  /** Says whom the database belongs to the first time, and checks it ever after. */
  private static void prepare(Database database, ClientSettings settings) {
    String user = database.read(tables -> text(tables.settings().get(Names.USER)));
    String server = database.read(tables -> text(tables.settings().get(Names.SERVER)));
    if (user.isEmpty()) {
      database.change("prepare", tables -> begin(tables.settings(), settings));
    } else if (!user.equals(settings.user())) {
      throw new ClientException(StoreProblems.foreign("of the user " + user));
    } else if (!server.equals(settings.server().toString())) {
      if (!database.read(tables -> isUntouched(tables.settings()))) {
        throw new ClientException(StoreProblems.otherServer(server));
      }
      database.change(
          "server named anew", tables -> tables.settings().set(Names.SERVER, settings.server()));
    }
  }

  /** Whether no server has ever answered, so that nothing here is of one. */
  private static boolean isUntouched(SettingTable table) throws SQLException {
    return table.get(Names.CURSOR) == null
        && table.number(Names.LAST_PULL, 0) == 0
        && table.number(Names.SEQUENCE, 0) == 0;
  }

  private static void begin(SettingTable table, ClientSettings settings) throws SQLException {
    table.set(Names.USER, settings.user());
    table.set(Names.SERVER, settings.server());
    table.set(Names.CLIENT_ID, settings.environment().ids().next());
    table.set(Names.GENERATION, 1);
    table.set(Names.USUAL_SPACE, settings.usualSpace());
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static Transport transport(ClientSettings settings) {
    Transport given = settings.transport();
    return given == null
        ? new HttpTransport(
            settings.server(),
            settings.token(),
            settings.timing().connect(),
            settings.timing().answer(),
            settings.sizes().answerBytes())
        : given;
  }

  private static MediaTransport media(ClientSettings settings) {
    MediaTransport given = settings.media();
    return given == null
        ? new HttpMedia(
            settings.server(),
            settings.token(),
            settings.timing().connect(),
            settings.timing().answer(),
            settings.sizes().answerBytes())
        : given;
  }

  @Override
  public RecordCollection collection(String type) {
    return collection(settings.usualSpace(), new EntityType(type));
  }

  @Override
  public RecordCollection collection(SpaceId space, EntityType type) {
    return new StoredCollection(ledger, space, type);
  }

  @Override
  public SyncOutcome syncNow() {
    Engine.Result result = engine.sync();
    int waiting = ledger.read(tables -> tables.outbox().countQueued());
    return new SyncOutcome(result.received(), result.answered(), waiting, result.problem());
  }

  @Override
  public void start() {
    // The uploads first: they listen for what the syncs in the background find of the network.
    uploads.start();
    background.start();
  }

  @Override
  public Conflicts conflicts() {
    return conflicts;
  }

  @Override
  public Undo undo() {
    return undo;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public Uploads uploads() {
    return uploads;
  }

  @Override
  public Events events() {
    return ledger.events();
  }

  @Override
  public List<SpaceGrant> spaces() {
    return ledger.read(
        tables -> {
          List<SpaceGrant> grants = new ArrayList<>();
          for (SpaceTable.SpaceRow row : tables.spaces().all()) {
            if (row.lostAt() == null) {
              grants.add(new SpaceGrant(row.space(), row.role()));
            }
          }
          return grants;
        });
  }

  @Override
  public void rememberSpace(SpaceId space) {
    database.change("remember space", tables -> tables.settings().set(Names.USUAL_SPACE, space));
  }

  @Override
  public Status status() {
    return ledger.read(
        tables -> {
          long lastPull = tables.settings().number(Names.LAST_PULL, 0);
          return new Status(
              engine.state(),
              tables.records().count(),
              tables.outbox().countQueued(),
              tables.outbox().countWaiting(),
              tables.conflicts().countOpen(),
              lastPull == 0 ? null : Instant.ofEpochMilli(lastPull),
              engine.problem());
        });
  }

  @Override
  public void signedIn() {
    engine.resume();
    uploads.signedIn();
  }

  @Override
  public void renewClientId() {
    engine.renewClientId();
  }

  @Override
  public Path report(Path folder, boolean withContents) {
    return new Report(ledger, withContents, null).write(folder);
  }

  @Override
  public void close() {
    background.stop();
    uploads.close();
    engine.stop();
    database.close();
  }
}
