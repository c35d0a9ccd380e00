package org.tidemark.launcher;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A running server with its database and demo users, on this machine.
 *
 * <p>For tests it can be killed and restarted, whole or in parts: ports, keys, tokens and data stay
 * the same. Not safe for use by several threads at once, save that {@link #close()} may come from a
 * shutdown hook.
 */
public final class SyncServer implements AutoCloseable {

  private static final String DEMO_ENV = "demo.env";
  private static final int TRIES = 3;

  private final SyncServerSettings settings;
  private final DataFolder data;
  private final Database database;
  private volatile Addresses addresses;
  private final DemoIdentity identity;
  private volatile @Nullable WildFlyProcess wildfly;
  private boolean closed;

  private SyncServer(
      SyncServerSettings settings,
      DataFolder data,
      Database database,
      Addresses addresses,
      DemoIdentity identity) {
    this.settings = settings;
    this.data = data;
    this.database = database;
    this.addresses = addresses;
    this.identity = identity;
  }

  /**
   * Starts a server and waits until it is ready.
   *
   * @throws StartFailure with a sentence for people when that cannot be; nothing is left running
   */
  public static SyncServer start(SyncServerSettings settings) {
    var server = prepare(settings);
    try {
      server.run();
      return server;
    } catch (RuntimeException failed) {
      server.close();
      throw failed;
    }
  }

  /** Makes way for a server; nothing of it runs yet. */
  static SyncServer prepare(SyncServerSettings settings) {
    var data = DataFolder.open(settings.data().toAbsolutePath().normalize());
    try {
      WildFlyProcess.endPredecessor(data);
      var addresses = Addresses.choose(settings, Ports.ofThisMachine());
      var known = EnvFile.parse(data.remembered(DEMO_ENV));
      var identity = DemoIdentity.of(SigningKeys.of(data), known, InstantSource.system().instant());
      Database database =
          settings.database().isPresent()
              ? settings.database().get()
              : EmbeddedDatabase.prepare(data);
      return new SyncServer(settings, data, database, addresses, identity);
    } catch (RuntimeException failed) {
      data.close();
      throw failed;
    }
  }

  /** Starts what was prepared, and waits until it is ready or closed by another thread. */
  void run() {
    startDatabase();
    for (var tries = 1; ; tries++) {
      try {
        startWildFly();
        return;
      } catch (PortTaken taken) {
        stopWildFly();
        if (tries == TRIES) {
          throw taken;
        }
        addresses = Addresses.choose(settings, Ports.ofThisMachine());
      }
    }
  }

  private synchronized void startDatabase() {
    requireOpen();
    if (database instanceof EmbeddedDatabase embedded) {
      embedded.start();
    }
  }

  private void startWildFly() {
    launchWildFly().awaitReady(addresses);
  }

  private synchronized WildFlyProcess launchWildFly() {
    requireOpen();
    data.remember(DEMO_ENV, EnvFile.format(variables()));
    var started = WildFlyProcess.start(settings, data, addresses, environment());
    wildfly = started;
    return started;
  }

  private void requireOpen() {
    if (closed) {
      throw new StartFailure("The server was stopped while it started.");
    }
  }

  public Addresses addresses() {
    return addresses;
  }

  public DemoIdentity identity() {
    return identity;
  }

  /** The database that came with this server. */
  public EmbeddedDatabase database() {
    if (database instanceof EmbeddedDatabase embedded) {
      return embedded;
    }
    throw new IllegalStateException("This server uses a database that others run.");
  }

  /** SIGKILL for WildFly. The database runs on. */
  public void kill() {
    var running = wildfly;
    if (running != null) {
      running.kill();
    }
  }

  /** Starts WildFly again, after a clean stop if it still runs, and waits until it is ready. */
  public void restart() {
    stopWildFly();
    startWildFly();
  }

  /** Comes back when WildFly has ended. */
  void awaitEnd() {
    var running = wildfly;
    if (running != null) {
      running.awaitEnd();
    }
  }

  /** Stops WildFly, then the database, and gives the data folder back. */
  @Override
  public synchronized void close() {
    closed = true;
    try {
      stopWildFly();
    } finally {
      if (database instanceof EmbeddedDatabase embedded) {
        embedded.stop();
      }
      data.close();
    }
  }

  private void stopWildFly() {
    var running = wildfly;
    if (running != null) {
      running.stop();
      wildfly = null;
    }
  }

  private Map<String, String> variables() {
    var variables = new LinkedHashMap<String, String>();
    variables.put("SYNC_URL", addresses.sync().toString());
    variables.put("SYNC_HEALTH_URL", addresses.health().toString());
    variables.putAll(identity.variables());
    return variables;
  }

  private Map<String, String> environment() {
    var environment = new HashMap<String, String>();
    environment.put("SYNC_DB_URL", database.jdbcUrl());
    environment.put("SYNC_DB_USER", database.user());
    environment.put("SYNC_DB_PASSWORD", database.password());
    environment.put("SYNC_PUBLIC_URL", addresses.sync().toString());
    environment.put("SYNC_MEDIA_FOLDER", data.resolve("media").toString());
    environment.putAll(identity.serverVariables());
    environment.putAll(settings.environment());
    return environment;
  }
}
