package org.tidemark.cli.session;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.Owner;
import org.tidemark.client.SyncClient;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.Problems;
import org.tidemark.client.settings.ClientSettings;
import org.tidemark.core.record.SpaceId;

/**
 * Finds out whose data these are: what is named counts first, then what the data file remembers.
 * The token is asked whom it names, so that nobody's token ever meets another one's data.
 */
final class Opening {

  private final Access access;
  private final Path file;
  private final @Nullable Token token;
  private final @Nullable Owner owner;

  Opening(Access access) {
    this.access = access;
    this.file = access.file();
    this.token = access.token();
    this.owner = SyncClient.ownerOf(file).orElse(null);
  }

  Session open() {
    URI server = server();
    String user = user();
    requireSamePerson(user);
    boolean made = !Files.exists(file);
    ClientSettings settings =
        ClientSettings.of(server, user, tokens(), file).withSpace(space(user));
    settings = access.surroundings().adapting().apply(settings);
    Session session = new Session(SyncClient.open(settings), settings, access.screen());
    if (made) {
      access
          .screen()
          .aside(
              "Made the data file %s for %s at %s; its usual space is %s."
                  .formatted(file, user, server, settings.usualSpace()));
    }
    Owner known = owner;
    if (known != null && !known.server().equals(server)) {
      access
          .screen()
          .aside(
              "The data file %s syncs with %s now; %s never answered."
                  .formatted(file, server, known.server()));
    }
    return session;
  }

  private URI server() {
    URI named = access.server();
    Owner known = owner;
    if (named != null) {
      return named;
    }
    if (known == null) {
      throw new UsageProblem(
          "There is no data file "
              + file
              + " yet. Say once which server it is for, by --server or SYNC_URL, and whose it is,"
              + " by a token or --user.");
    }
    return known.server();
  }

  private String user() {
    String named = access.user();
    Owner known = owner;
    if (named != null) {
      return named;
    }
    if (known != null) {
      return known.user();
    }
    return subject()
        .orElseThrow(
            () ->
                new UsageProblem(
                    "Whose records shall be in "
                        + file
                        + "? "
                        + (token == null
                            ? "Give a token (SYNC_TOKEN or --token-file), or a name by --user."
                            : "The token that was given names nobody. Give another one, or a name by"
                                + " --user.")));
  }

  private Optional<String> subject() {
    Token given = token;
    return given == null ? Optional.empty() : given.subject();
  }

  private void requireSamePerson(String user) {
    subject()
        .filter(subject -> !subject.equals(user))
        .ifPresent(
            subject -> {
              throw new Refusal(
                  "The token is of %s, and the records in %s are of %s. Take the right token, or another file by --database."
                      .formatted(subject, file, user));
            });
  }

  private SpaceId space(String user) {
    SpaceId named = access.space();
    Owner known = owner;
    if (named != null) {
      return named;
    }
    return known == null ? SpaceId.personal(user) : known.space();
  }

  private Supplier<String> tokens() {
    Token given = token;
    return given != null
        ? given
        : () -> {
          throw new ClientException(Problems.signIn("no token was given"));
        };
  }
}
