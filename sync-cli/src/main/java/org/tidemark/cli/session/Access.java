package org.tidemark.cli.session;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tidemark.cli.print.Screen;
import org.tidemark.client.Owner;
import org.tidemark.client.SyncClient;
import org.tidemark.core.record.SpaceId;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has, and what opens the client by them. */
public final class Access {

  private static final String USUAL_FILE = "tidemark.db";

  @Option(
      names = "--database",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The data file; else SYNC_DATABASE, else " + USUAL_FILE + ".")
  private @Nullable Path database;

  @Option(
      names = "--server",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "The server up to /sync; else SYNC_URL, else as remembered in the file.")
  private @Nullable String server;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "Whose records; else SYNC_USER, the token's user, or as remembered.")
  private @Nullable String user;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Holds the bearer token; else SYNC_TOKEN. It is never stored.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--space",
      paramLabel = "SPACE",
      scope = ScopeType.INHERIT,
      description = "For this call; else SYNC_SPACE, as remembered, or your own space.")
  private @Nullable SpaceId space;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this help.")
  @SuppressWarnings("unused") // picocli acts on it.
  private boolean help;

  private final Surroundings surroundings;
  private final Screen screen;

  public Access(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.screen = surroundings.screen();
  }

  public Screen screen() {
    return screen;
  }

  public Surroundings surroundings() {
    return surroundings;
  }

  /** Opens the client for this call. */
  public Session open() {
    return new Opening(this).open();
  }

  /** Whether somebody can be signed in with this call. */
  public boolean hasToken() {
    return token() != null;
  }

  /** Opens the client for a call that will speak with the server. */
  public Session openOnline() {
    if (!hasToken()) {
      throw new UsageProblem(
          "There is no token to sign in with. Set SYNC_TOKEN, or name a file by --token-file.");
    }
    return open();
  }

  /** Takes the server that is named as the new address of the data file's server. */
  public Owner serverMoved() {
    URI address = server();
    if (address == null) {
      throw new UsageProblem("Which address has the server now? Name it by --server.");
    }
    return SyncClient.serverMoved(file(), address)
        .orElseThrow(() -> new UsageProblem("There is no data file " + file() + " yet."));
  }

  Path file() {
    Path named = database;
    String variable = surroundings.variable("SYNC_DATABASE");
    Path file = named != null ? named : Path.of(variable.isEmpty() ? USUAL_FILE : variable);
    return surroundings.folder().resolve(file);
  }

  @Nullable URI server() {
    String named = server;
    String text = named == null ? surroundings.variable("SYNC_URL") : named.strip();
    return text.isEmpty() ? null : address(text);
  }

  private static URI address(String text) {
    try {
      URI address = URI.create(text.replaceAll("/+$", ""));
      String scheme = String.valueOf(address.getScheme());
      if ((scheme.equals("http") || scheme.equals("https")) && address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw noAddress(text);
    }
    throw noAddress(text);
  }

  private static UsageProblem noAddress(String text) {
    return new UsageProblem(
        "\"" + text + "\" is no server's address. One is http://localhost:8080/sync.");
  }

  @Nullable String user() {
    String named = user;
    String text = named == null ? surroundings.variable("SYNC_USER") : named.strip();
    return text.isEmpty() ? null : text;
  }

  @Nullable Token token() {
    Path named = tokenFile;
    if (named != null) {
      return Token.in(surroundings.folder().resolve(named));
    }
    String text = surroundings.variable("SYNC_TOKEN");
    return text.isEmpty() ? null : Token.of(text);
  }

  @Nullable SpaceId space() {
    SpaceId named = space;
    if (named != null) {
      return named;
    }
    String text = surroundings.variable("SYNC_SPACE");
    return text.isEmpty() ? null : Names.space(text);
  }
}
