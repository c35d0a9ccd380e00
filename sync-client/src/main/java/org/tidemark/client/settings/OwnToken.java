package org.tidemark.client.settings;

import java.util.Optional;
import java.util.function.Supplier;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.Problems;

/**
 * The bearer tokens of one user. They may be read anew each time, say from a file, so each is asked
 * whom it names: somebody else's would bring one person's edits to the server as another's.
 */
final class OwnToken implements Supplier<String> {

  private final Supplier<String> tokens;
  private final String user;

  private OwnToken(Supplier<String> tokens, String user) {
    this.tokens = tokens;
    this.user = user;
  }

  static OwnToken of(Supplier<String> tokens, String user) {
    return new OwnToken(tokens instanceof OwnToken own ? own.tokens : tokens, user);
  }

  @Override
  public String get() {
    String token = tokens.get();
    Optional<String> other = BearerToken.subject(token).filter(subject -> !subject.equals(user));
    if (other.isPresent()) {
      throw new ClientException(Problems.tokenOf(other.get(), user));
    }
    return token;
  }
}
