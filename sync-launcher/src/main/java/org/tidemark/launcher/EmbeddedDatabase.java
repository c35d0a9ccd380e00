package org.tidemark.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of our own, kept in the data folder, as durable as any: what it has committed
 * survives a SIGKILL. It runs beside this process, not in it, so it may outlive a run that was
 * killed; the next run ends it and starts it anew on the same files and port.
 */
public final class EmbeddedDatabase implements Database {

  private static final String NAME = "sync";
  private static final int TRIES = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PostgresFiles files;
  private volatile int port;
  private @Nullable EmbeddedPostgres postgres;

  private EmbeddedDatabase(PostgresFiles files) {
    this.files = files;
  }

  /** Makes way for a database; it does not run yet. */
  static EmbeddedDatabase prepare(DataFolder data) {
    Rootless.check();
    var files = new PostgresFiles(data);
    files.endProcess();
    return new EmbeddedDatabase(files);
  }

  @Override
  public String jdbcUrl() {
    return "jdbc:postgresql://localhost:%d/%s".formatted(port, NAME);
  }

  @Override
  public String user() {
    return NAME;
  }

  /** Any text will do: it listens on this machine only, and trusts who comes. */
  @Override
  public String password() {
    return NAME;
  }

  /** SIGKILL, for every process of it. */
  public synchronized void kill() {
    files.process().ifPresent(Processes::kill);
    forget();
  }

  /** Starts it again on the same port, after a clean stop if it still runs. */
  public synchronized void restart() {
    stop();
    if (!begin()) {
      forget();
      throw new StartFailure("PostgreSQL's port %d was taken by another program.".formatted(port));
    }
  }

  synchronized void stop() {
    forget();
    files.endProcess();
  }

  synchronized void start() {
    port = files.choosePort(Ports.ofThisMachine());
    for (var tries = 1; !begin(); tries++) {
      forget();
      if (tries == TRIES) {
        throw new StartFailure("Other programs take PostgreSQL's ports again and again.");
      }
      port = Ports.ofThisMachine().next(port + 1);
    }
    files.rememberPort(port);
  }

  /** Starts it. False when another server has the port, so that it is the one that answers. */
  private boolean begin() {
    try {
      files.prepareFolder();
      var started = configure(EmbeddedPostgres.builder()).start();
      postgres = started;
      if (!isOurs(started)) {
        return false;
      }
      if (!files.isComplete()) {
        create(started);
        files.markComplete();
      }
      return true;
    } catch (IOException | SQLException | RuntimeException failed) {
      throw new StartFailure(
          "PostgreSQL did not start: %s. Its log: %s".formatted(failed.getMessage(), files.log()),
          failed);
    }
  }

  private EmbeddedPostgres.Builder configure(EmbeddedPostgres.Builder builder) {
    return builder
        .setDataDirectory(files.folder())
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(files.binaries())
        .setRegisterShutdownHook(false)
        .setPort(port)
        .setPGStartupWait(PATIENCE)
        .setOutputRedirector(Redirect.appendTo(files.log()))
        .setErrorRedirector(Redirect.appendTo(files.log()))
        .setLocaleConfig("locale", "C")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("shared_buffers", "256MB")
        .setServerConfig("max_connections", "200")
        .setServerConfig("unix_socket_directories", "");
  }

  private boolean isOurs(EmbeddedPostgres started) throws SQLException, IOException {
    try (var connection = started.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var answer = statement.executeQuery("show data_directory")) {
      answer.next();
      return Files.isSameFile(Path.of(answer.getString(1)), files.folder());
    } catch (NoSuchFileException notOnThisMachine) {
      return false;
    }
  }

  private static void create(EmbeddedPostgres postgres) throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create role " + NAME + " login");
      statement.execute("create database " + NAME + " owner " + NAME);
    }
  }

  private void forget() {
    var running = postgres;
    postgres = null;
    if (running == null) {
      return;
    }
    try {
      running.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
