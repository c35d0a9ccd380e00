package org.tidemark.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs a server in the foreground until it is stopped: {@code mvn -Prun}. */
public final class Launcher {

  private static final AtomicBoolean STOPPING = new AtomicBoolean();

  private Launcher() {}

  /** Runs the server of the checkout whose root folder is the one argument. */
  public static void main(String[] arguments) {
    try {
      var settings =
          settings(
              Path.of(arguments.length == 0 ? "." : arguments[0]),
              System.getProperties(),
              System.getenv());
      run(settings, terminal());
    } catch (StartFailure failure) {
      // While it is being stopped, a server that is not ready or has ended is no news.
      if (!STOPPING.get()) {
        System.err.println();
        System.err.println(failure.getMessage());
      }
      System.exit(1);
    }
  }

  private static void run(SyncServerSettings settings, PrintStream out) {
    out.println("Starting PostgreSQL and WildFly …");
    var server = SyncServer.prepare(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server::close, out), "stop"));
    server.run();
    out.println(Greeting.text(server.addresses(), relative(settings.data().resolve("demo.env"))));
    server.awaitEnd();
    throw new StartFailure(
        "The server has ended by itself. Its log: " + settings.data().resolve("log/server.log"));
  }

  /** Maven's stream breaks where two threads print at once, as they do while the JVM ends. */
  private static PrintStream terminal() {
    return new PrintStream(new FileOutputStream(FileDescriptor.out), true);
  }

  /** Stops, whatever becomes of the words: else the server and its database would go on alone. */
  static void stop(Runnable server, PrintStream out) {
    STOPPING.set(true);
    try {
      out.println();
      out.println("Stopping …");
    } finally {
      server.run();
    }
    out.println("Stopped.");
  }

  static SyncServerSettings settings(
      Path root, Properties properties, Map<String, String> environment) {
    var data = Optional.ofNullable(properties.getProperty("sync.data")).filter(p -> !p.isBlank());
    return SyncServerSettings.of(root, data.map(Path::of).orElse(root.resolve("var")))
        .withPorts(
            port(properties, Addresses.HTTP_PORT), port(properties, Addresses.MANAGEMENT_PORT))
        .withDatabase(database(environment));
  }

  private static Optional<Database.External> database(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("SYNC_DB_URL"))
        .filter(url -> !url.isBlank())
        .map(
            url ->
                new Database.External(
                    url,
                    environment.getOrDefault("SYNC_DB_USER", ""),
                    environment.getOrDefault("SYNC_DB_PASSWORD", "")));
  }

  private static OptionalInt port(Properties properties, String name) {
    var value = properties.getProperty(name, "").strip();
    try {
      return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
    } catch (NumberFormatException notANumber) {
      throw new StartFailure("-D%s=%s is not a number.".formatted(name, value), notANumber);
    }
  }

  private static Path relative(Path file) {
    var here = Path.of("").toAbsolutePath();
    var absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
  }
}
