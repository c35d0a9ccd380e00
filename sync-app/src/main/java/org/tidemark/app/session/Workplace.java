package org.tidemark.app.session;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tidemark.app.network.FileLine;
import org.tidemark.app.network.Line;
import org.tidemark.app.network.Switch;
import org.tidemark.client.Owner;
import org.tidemark.client.SyncClient;
import org.tidemark.client.settings.ClientSettings;
import org.tidemark.client.transport.Transport;
import org.tidemark.client.transport.http.HttpMedia;
import org.tidemark.client.transport.http.HttpTransport;
import org.tidemark.client.transport.media.MediaTransport;
import org.tidemark.core.record.SpaceId;

/**
 * An open client, its settings, token and switch.
 *
 * @param name what this copy of the program is called
 */
public record Workplace(
    String name, SyncClient client, ClientSettings settings, Token token, Switch network)
    implements AutoCloseable {

  /**
   * Opens the data: what is named counts first, then what the file remembers. The token is asked
   * whom it names, so that nobody's token ever meets another one's data.
   *
   * @param adapting may change the settings, and the ways to the server with them
   */
  public static Workplace open(Options options, UnaryOperator<ClientSettings> adapting) {
    Owner owner = SyncClient.ownerOf(options.database()).orElse(null);
    Token token = Token.of(options);
    URI server = server(options, owner);
    String user = user(options, token, owner);
    SpaceId space = space(options, owner, user);
    ClientSettings settings =
        adapting.apply(ClientSettings.of(server, user, token, options.database()).withSpace(space));
    Switch network = new Switch();
    settings =
        settings
            .withTransport(new Line(network, transport(settings)))
            .withMedia(new FileLine(network, media(settings)));
    return new Workplace(options.name(), SyncClient.open(settings), settings, token, network);
  }

  private static URI server(Options options, @Nullable Owner owner) {
    URI named = options.server();
    if (named != null) {
      return named;
    }
    if (owner == null) {
      throw new UsageProblem(
          "There is no data file "
              + options.database()
              + " yet. Say once which server it is for, by --server or SYNC_URL.");
    }
    return owner.server();
  }

  private static String user(Options options, Token token, @Nullable Owner owner) {
    Optional<String> subject = token.subject();
    if (owner == null) {
      return subject.orElseThrow(
          () ->
              new UsageProblem(
                  "Whose records shall be in "
                      + options.database()
                      + "? Sign in once with a token, by --token-file or SYNC_TOKEN."));
    }
    if (subject.isPresent() && !subject.get().equals(owner.user())) {
      throw new UsageProblem(
          "The token is of %s, and the records in %s are of %s. Take the right token, or another file by --database."
              .formatted(subject.get(), options.database(), owner.user()));
    }
    return owner.user();
  }

  private static SpaceId space(Options options, @Nullable Owner owner, String user) {
    SpaceId named = options.space();
    if (named != null) {
      return named;
    }
    return owner == null ? SpaceId.personal(user) : owner.space();
  }

  private static Supplier<Transport> transport(ClientSettings settings) {
    Transport given = settings.transport();
    return given != null
        ? () -> given
        : () ->
            new HttpTransport(
                settings.server(),
                settings.token(),
                settings.timing().connect(),
                settings.timing().answer(),
                settings.sizes().answerBytes());
  }

  private static Supplier<MediaTransport> media(ClientSettings settings) {
    MediaTransport given = settings.media();
    return given != null
        ? () -> given
        : () ->
            new HttpMedia(
                settings.server(),
                settings.token(),
                settings.timing().connect(),
                settings.timing().answer(),
                settings.sizes().answerBytes());
  }

  @Override
  public void close() {
    client.close();
  }
}
