package org.tidemark.client.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.tidemark.client.environment.StoreObserver;
import org.tidemark.client.file.OwnFiles;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.StoreProblems;

/**
 * The local database: one SQLite file in WAL mode, one process, one connection.
 *
 * <p>A transaction holds the connection's lock and is short: none lasts over a request to the
 * server, so an edit never waits for the network. {@code synchronous = FULL} makes a commit survive
 * a power cut, so an edit that was accepted is not lost. What fails leaves the last good state.
 */
public final class Database implements AutoCloseable {

  /** Ids are random, so writing many records touches all of their index: it should be here. */
  private static final int CACHE_KIB = 16_384;

  /** Pages of an index that is written all over come here often before they go to their place. */
  private static final int CHECKPOINT_PAGES = 4_000;

  private static final long LARGEST_LOG_BYTES = 32L << 20;
  private static final String LOG = "-wal";

  /** What a database is on the disk, by how the names end. */
  private static final List<String> PARTS =
      Collections.unmodifiableList(Arrays.asList("", LOG, "-shm", ".lock"));

  private final Path file;
  private final FileLock lock;
  private final Connection connection;
  private final Sql sql;
  private final Tables tables;
  private final StoreObserver observer;
  private final ReentrantLock turn = new ReentrantLock();
  private boolean closed;

  private Database(
      Path file, FileLock lock, Connection connection, Sql sql, StoreObserver observer) {
    this.file = file;
    this.lock = lock;
    this.connection = connection;
    this.sql = sql;
    this.tables = Tables.of(sql);
    this.observer = observer;
  }

  /** Something to do within a transaction. */
  public interface Work<T> {
    T run(Tables tables) throws SQLException;
  }

  /** Something to write that answers nothing. */
  public interface Write {
    void run(Tables tables) throws SQLException;
  }

  /** Opens the file, made anew where there is none. */
  public static Database open(Path named, StoreObserver observer) {
    // The driver takes some names for no file at all, such as ":memory:" or none.
    Path file = named.toAbsolutePath();
    makeFolder(file);
    if (Files.isDirectory(file)) {
      throw new ClientException(StoreProblems.unwritable(file + " is a folder"));
    }
    FileLock lock = FileLock.take(file);
    try {
      OwnFiles.create(file);
      return connect(file, lock, observer);
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    } catch (IOException e) {
      lock.close();
      throw new ClientException(StoreProblems.ofFile(e), e);
    } catch (SQLException e) {
      lock.close();
      throw StoreFailures.of(e, file.toString());
    }
  }

  private static void makeFolder(Path file) {
    Path folder = file.getParent();
    try {
      if (folder != null) {
        OwnFiles.createFolders(folder);
      }
    } catch (IOException e) {
      throw new ClientException(StoreProblems.unwritable(String.valueOf(e)), e);
    }
  }

  @SuppressWarnings("MustBeClosedChecker")
  private static Database connect(Path file, FileLock lock, StoreObserver observer)
      throws SQLException {
    boolean crashed = Files.exists(file.resolveSibling(file.getFileName() + LOG));
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file, driver());
    try {
      Sql sql = new Sql(connection);
      sql.execute("pragma busy_timeout = 2000");
      Migrations.migrate(sql);
      narrow(file);
      sql.execute("pragma journal_mode = wal");
      sql.execute("pragma synchronous = full");
      sql.execute("pragma cache_size = -" + CACHE_KIB);
      sql.execute("pragma wal_autocheckpoint = " + CHECKPOINT_PAGES);
      sql.execute("pragma journal_size_limit = " + LARGEST_LOG_BYTES);
      Database database = new Database(file, lock, connection, sql, observer);
      if (crashed) {
        database.check();
      }
      return database;
    } catch (SQLException | RuntimeException | Error e) {
      connection.close();
      throw e;
    }
  }

  /** It is ours, as its schema tells: SQLite gives what it makes beside it the same rights. */
  private static void narrow(Path file) {
    for (String part : PARTS) {
      OwnFiles.narrow(file.resolveSibling(file.getFileName() + part));
    }
  }

  /** The driver would ask for the new row's id after each insert; we ask where we want it. */
  private static Properties driver() {
    Properties properties = new Properties();
    properties.setProperty("jdbc.get_generated_keys", "false");
    return properties;
  }

  private void check() {
    String found = pragma("quick_check(1)");
    if (!found.equals("ok")) {
      throw new ClientException(StoreProblems.corrupt(found));
    }
  }

  /** What SQLite answers to a pragma. */
  String pragma(String pragma) {
    return read(
        tables -> {
          String found = sql.one(row -> row.getString(1), "pragma " + pragma);
          return found == null ? "" : found;
        });
  }

  /** Reads; sees one state, since nobody writes meanwhile. */
  public <T> T read(Work<T> work) {
    turn.lock();
    try {
      requireOpen();
      return work.run(tables);
    } catch (SQLException e) {
      throw StoreFailures.of(e, file.toString());
    } finally {
      turn.unlock();
    }
  }

  /** Does all of something or nothing, durably; {@code name} is what the observer hears. */
  public <T> T write(String name, Work<T> work) {
    turn.lock();
    try {
      requireOpen();
      if (turn.getHoldCount() > 1) {
        throw new IllegalStateException("a transaction within a transaction: " + name);
      }
      T result = inTransaction(name, work);
      observer.afterCommit(name);
      return result;
    } catch (SQLException e) {
      throw StoreFailures.of(e, file.toString());
    } finally {
      turn.unlock();
    }
  }

  /** As {@link #write(String, Work)}, without an answer. */
  public void change(String name, Write work) {
    write(
        name,
        tables -> {
          work.run(tables);
          return name;
        });
  }

  private <T> T inTransaction(String name, Work<T> work) throws SQLException {
    boolean committed = false;
    sql.run("begin immediate");
    try {
      T result = work.run(tables);
      observer.beforeCommit(name);
      sql.run("commit");
      committed = true;
      return result;
    } finally {
      if (!committed) {
        rollback();
      }
    }
  }

  private void rollback() {
    try {
      try {
        sql.forget();
      } finally {
        sql.execute("rollback");
      }
    } catch (SQLException e) {
      // SQLite has rolled back by itself: the failure that led here is told already.
      return;
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new ClientException(StoreProblems.closed());
    }
  }

  /**
   * The one name of a database, so that what belongs to it is found whatever link names it. Its
   * folder is made where there is none yet.
   */
  public static Path real(Path file) {
    makeFolder(file.toAbsolutePath());
    return FileLock.real(file);
  }

  public Path file() {
    return file;
  }

  public static int schemaVersion() {
    return Migrations.newest();
  }

  @Override
  public void close() {
    turn.lock();
    try {
      if (!closed) {
        closed = true;
        connection.close();
        lock.close();
      }
    } catch (SQLException e) {
      throw StoreFailures.of(e, file.toString());
    } finally {
      turn.unlock();
    }
  }
}
