package org.tidemark.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.Problems;
import org.tidemark.client.settings.BearerToken;

/**
 * The bearer token: from a file, which is read again each time it is needed, or as a person gave it
 * since, until the program ends. Never written anywhere.
 */
public final class Token implements Supplier<String> {

  private final @Nullable Path file;
  private volatile @Nullable String given;

  private Token(@Nullable Path file, @Nullable String given) {
    this.file = file;
    this.given = given;
  }

  static Token of(Options options) {
    Path file = options.tokenFile();
    String variable = options.token();
    Token token = new Token(file, file != null || variable.isEmpty() ? null : checked(variable));
    if (file != null && token.read() == null) {
      throw new UsageProblem("There is no bearer token in the file " + file + ".");
    }
    return token;
  }

  private static String checked(String text) {
    if (!BearerToken.isOne(text)) {
      throw new UsageProblem("What SYNC_TOKEN holds is no bearer token: one word is expected.");
    }
    return text;
  }

  private @Nullable String read() {
    Path from = file;
    if (from == null) {
      return null;
    }
    try {
      String text = Files.readString(from).strip();
      return BearerToken.isOne(text) ? text : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Takes another one in its place. */
  public void give(String token) {
    given = token;
  }

  /** The token as it is now; the file may hold another one than at the start. */
  @Override
  public String get() {
    String known = given;
    String token = known == null ? read() : known;
    if (token == null) {
      throw new ClientException(Problems.signIn("no token was given"));
    }
    return token;
  }

  /** Whom the token names, where there is one and it is a JWT; the server alone verifies it. */
  Optional<String> subject() {
    String known = given;
    String token = known == null ? read() : known;
    return token == null ? Optional.empty() : BearerToken.subject(token);
  }
}
