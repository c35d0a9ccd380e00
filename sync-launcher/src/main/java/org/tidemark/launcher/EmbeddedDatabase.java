package org.tidemark.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of our own, kept in the data folder, as durable as any: what it has committed
 * survives a SIGKILL. It runs beside this process, not in it, so it may outlive a run that was
 * killed; the next run ends it and starts it anew on the same files and port.
 */
public final class EmbeddedDatabase implements Database {

  private static final int USUAL_PORT = 15_432;
  private static final String NAME = "sync";
  private static final String PORT = "postgres.port";
  private static final String COMPLETE = "postgres.complete";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DataFolder data;
  private final int port;
  private @Nullable EmbeddedPostgres postgres;

  private EmbeddedDatabase(DataFolder data, int port) {
    this.data = data;
    this.port = port;
  }

  /** Makes way for a database; it does not run yet. */
  static EmbeddedDatabase prepare(DataFolder data) {
    Rootless.check();
    endPredecessor(data);
    return new EmbeddedDatabase(data, port(data));
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
    process(data).ifPresent(Processes::kill);
    forget();
  }

  public synchronized void restart() {
    stop();
    start();
  }

  synchronized void stop() {
    forget();
    endPredecessor(data);
  }

  synchronized void start() {
    var complete = data.remembered(COMPLETE) != null;
    try {
      if (!complete) {
        PrivateFiles.delete(folder(data)); // a first start that was cut short has nothing to keep
      }
      PrivateFiles.createFolder(folder(data));
      postgres = configure(EmbeddedPostgres.builder()).start();
      if (!complete) {
        create(postgres);
        data.remember(COMPLETE, "");
      }
    } catch (IOException | SQLException | RuntimeException failed) {
      throw new StartFailure("PostgreSQL did not start. Its log: %s".formatted(log()), failed);
    }
  }

  private EmbeddedPostgres.Builder configure(EmbeddedPostgres.Builder builder) {
    return builder
        .setDataDirectory(folder(data))
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(data.resolve("postgres-binaries").toFile())
        .setRegisterShutdownHook(false)
        .setPort(port)
        .setPGStartupWait(PATIENCE)
        .setOutputRedirector(Redirect.appendTo(log()))
        .setErrorRedirector(Redirect.appendTo(log()))
        .setLocaleConfig("locale", "C")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("shared_buffers", "256MB")
        .setServerConfig("max_connections", "200")
        .setServerConfig("unix_socket_directories", "");
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

  private File log() {
    return data.log("postgresql.log").toFile();
  }

  private static void endPredecessor(DataFolder data) {
    process(data).ifPresent(process -> Processes.stop(process, Duration.ofSeconds(5)));
    try {
      // Its process id may meanwhile belong to a stranger, for whose sake PostgreSQL would not
      // start.
      Files.deleteIfExists(folder(data).resolve("postmaster.pid"));
    } catch (IOException undeletable) {
      throw new StartFailure(
          "%s cannot be deleted.".formatted(folder(data).resolve("postmaster.pid")), undeletable);
    }
  }

  private static Optional<ProcessHandle> process(DataFolder data) {
    var file = data.remembered("postgres/postmaster.pid");
    return Optional.ofNullable(file)
        .flatMap(text -> text.lines().findFirst())
        .map(String::strip)
        .filter(Predicate.not(String::isEmpty))
        .map(Long::valueOf)
        .flatMap(pid -> Processes.find(pid, "postgres"));
  }

  private static int port(DataFolder data) {
    var remembered = data.remembered(PORT);
    var ports = Ports.ofThisMachine();
    var wish =
        remembered == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(remembered));
    var port =
        wish.isPresent() && ports.isFree(wish.getAsInt())
            ? wish.getAsInt()
            : ports.next(USUAL_PORT);
    data.remember(PORT, Integer.toString(port));
    return port;
  }

  private static Path folder(DataFolder data) {
    return data.resolve("postgres");
  }
}
