package org.tidemark.app.session;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.SpaceId;

/** What the program was started with; variables stand in for what was not named. */
public final class Options {

  public static final int USUAL_PORT = 8600;

  public static final String HELP =
      """
      Serves your records as a web page on this computer, for you alone.

        --database FILE    the data file; else SYNC_DATABASE, else tidemark-app.db
        --server URL       the server up to /sync; else SYNC_URL, else as remembered in the file
        --token-file FILE  holds the bearer token; else SYNC_TOKEN. It is never stored
        --space SPACE      where new records go; else SYNC_SPACE, as remembered, or your own space
        --port N           the port on this computer; else 8600; 0: any that is free
        --name TEXT        what this copy is called, such as "Ana's phone"

      It ends with Ctrl-C. What was edited stays in the file and goes out with the next start.
      """;

  private static final List<String> NAMES =
      List.of("--database", "--server", "--token-file", "--space", "--port", "--name");
  private static final int MOST_PORT = 65_535;
  private static final int MOST_NAME = 60;

  private final Map<String, String> named;
  private final Map<String, String> variables;

  private Options(Map<String, String> named, Map<String, String> variables) {
    this.named = named;
    this.variables = variables;
  }

  public static Options of(Map<String, String> variables, String... arguments) {
    Map<String, String> named = new TreeMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      String name = arguments[i];
      if (!NAMES.contains(name)) {
        throw new UsageProblem("\"" + name + "\" is none of the options; --help lists them.");
      }
      if (i + 1 == arguments.length) {
        throw new UsageProblem(name + " needs a value after it.");
      }
      if (named.put(name, arguments[i + 1]) != null) {
        throw new UsageProblem(name + " stands twice.");
      }
    }
    return new Options(named, variables);
  }

  private String text(String name, String variable, String usual) {
    String value = named.get(name);
    String other = value == null ? variables.getOrDefault(variable, "").strip() : value.strip();
    return other.isEmpty() ? usual : other;
  }

  public Path database() {
    return Path.of(text("--database", "SYNC_DATABASE", "tidemark-app.db")).toAbsolutePath();
  }

  @Nullable URI server() {
    String text = text("--server", "SYNC_URL", "").replaceAll("/+$", "");
    if (text.isEmpty()) {
      return null;
    }
    try {
      URI address = URI.create(text);
      if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw new UsageProblem("\"" + text + "\" is no address: " + e.getMessage() + ".");
    }
    throw new UsageProblem("\"" + text + "\" is no address such as https://host/sync.");
  }

  @Nullable Path tokenFile() {
    String text = text("--token-file", "", "");
    return text.isEmpty() ? null : Path.of(text).toAbsolutePath();
  }

  /** The token in the environment; "" where there is none. */
  String token() {
    return variables.getOrDefault("SYNC_TOKEN", "").strip();
  }

  @Nullable SpaceId space() {
    String text = text("--space", "SYNC_SPACE", "");
    String problem = text.isEmpty() ? null : SpaceId.problem(text);
    if (problem != null) {
      throw new UsageProblem("The space \"" + text + "\" " + problem + ".");
    }
    return text.isEmpty() ? null : new SpaceId(text);
  }

  public int port() {
    String text = text("--port", "", String.valueOf(USUAL_PORT));
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > MOST_PORT) {
      throw new UsageProblem("--port takes a number from 0 to " + MOST_PORT + ".");
    }
    return Integer.parseInt(text);
  }

  public String name() {
    String text = text("--name", "", "Tidemark");
    if (text.length() > MOST_NAME) {
      throw new UsageProblem("--name takes at most " + MOST_NAME + " characters.");
    }
    return text;
  }
}
