package org.tidemark.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.it.load.Await;
import org.tidemark.launcher.SyncServer;
import org.tidemark.launcher.SyncServerSettings;

/** A server on an empty database, and everything that a test needs to speak with it. */
public final class TestServer implements AutoCloseable {

  /** Of the console's account {@code auditor}. */
  public static final String AUDITOR_PASSWORD = "looks and never touches";

  private static final Duration LIFE = Duration.ofHours(1);
  private static final Pattern ERROR = Pattern.compile("\"level\":\"(ERROR|FATAL|SEVERE)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String CONNECTIONS =
      """
      select count(*) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()
         and backend_type = 'client backend'
      """;
  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final SyncServer server;
  private final Path data;

  private TestServer(SyncServer server, Path data) {
    this.server = server;
    this.data = data;
  }

  /** The server with its usual settings, and an auditor at the console. */
  static TestServer start() {
    return start(Map.of("SYNC_AUDITOR_PASSWORD", AUDITOR_PASSWORD));
  }

  /** A server of one's own, for tests that need other settings. */
  public static TestServer start(Map<String, String> environment) {
    return start(environment, "512m", ear());
  }

  /** As {@link #start(Map)}, with another size of the heap and another EAR. */
  public static TestServer start(Map<String, String> environment, String heap, Path ear) {
    Path data = temporaryFolder();
    SyncServerSettings settings =
        SyncServerSettings.of(root(), data)
            .withPorts(FreePort.next(), FreePort.next())
            .withEar(ear)
            .withEnvironment(environment)
            .withJavaOptions(List.of("-Xmx" + heap));
    try {
      return new TestServer(SyncServer.start(settings), data);
    } catch (RuntimeException failed) {
      delete(data);
      throw failed;
    }
  }

  /** The EAR as it ships. */
  public static Path ear() {
    return root().resolve("sync-ear/target/tidemark.ear");
  }

  private static Path root() {
    return Path.of(Objects.requireNonNull(System.getProperty("sync.root"), "sync.root"));
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("tidemark-it");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A name that no other test of this run has. */
  public static String unique(String stem) {
    return stem + "-" + COUNTER.incrementAndGet();
  }

  /** A device of a user that was never seen before. */
  public Device device(String user) {
    return new Device(http(token(user, "user")), unique(user + "-device"));
  }

  /** A device of somebody with this token. */
  public Device deviceWith(String token) {
    return new Device(http(token), unique("device"));
  }

  public Device administrator() {
    return deviceWith(token("admin", "user", "admin"));
  }

  public Device auditor() {
    return deviceWith(token("olga", "auditor"));
  }

  /** A token for any user, whether anybody has heard of them or not. */
  public String token(String user, String... roles) {
    return server.identity().mint().mint(user, List.of(roles), now(), LIFE);
  }

  public Http http(String token) {
    return new Http(server.addresses().sync(), token);
  }

  public SyncServer server() {
    return server;
  }

  public Instant now() {
    return InstantSource.system().instant();
  }

  public Path file(String name) {
    return data.resolve(name);
  }

  /** The errors that the server has logged so far, in the words of either kind of logger. */
  public List<String> loggedErrors() {
    return log().stream().filter(line -> ERROR.matcher(line).find()).toList();
  }

  /** The lines of the server's log that are whole: it may be writing one. */
  public List<String> log() {
    try {
      String text = new String(Files.readAllBytes(file("log/server.log")), StandardCharsets.UTF_8);
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Comes back when the database has ended what it was doing for a server that was killed. */
  public void awaitNoConnection() {
    Await.until("the database serves nobody", PATIENCE, () -> number(CONNECTIONS) == 0);
  }

  public Connection connection() throws SQLException {
    var database = server.database();
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  /** Carries out a statement; gives the number of rows. */
  public int execute(String sql, Object... values) {
    try (Connection connection = connection();
        PreparedStatement statement = prepare(connection, sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The one number that a query gives. */
  public long number(String sql, Object... values) {
    return Long.parseLong(text(sql, values));
  }

  /** The one value that a query gives, as text. */
  public String text(String sql, Object... values) {
    try (Connection connection = connection();
        PreparedStatement statement = prepare(connection, sql, values);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return String.valueOf(row.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Counts everything that a push may write, to see that nothing was written. */
  public String everythingWritten() {
    return text(
        """
        select (select count(*) from record) || ' records, '
            || (select count(*) from revision) || ' revisions, '
            || (select count(*) from receipt) || ' receipts, '
            || (select count(*) from conflict) || ' conflicts, '
            || (select count(*) from merge_policy) || ' policies, '
            || (select count(*) from space) || ' spaces, '
            || (select count(*) from membership) || ' memberships, '
            || (select count(*) from client) || ' clients, at '
            || (select sum(seq) from space)
        """);
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  @Override
  public void close() {
    try {
      server.close();
    } finally {
      delete(data);
    }
  }

  private static void delete(Path folder) {
    try {
      Files.walkFileTree(folder, new Deletion());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a tree from its leaves. */
  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
