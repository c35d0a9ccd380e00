package org.tidemark.cli.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.settings.BearerToken;

/**
 * A bearer token. One from a file is read again whenever it is needed, so that a long watch lives
 * on when somebody renews it.
 */
final class Token implements Supplier<String> {

  private final @Nullable Path file;
  private volatile String value;

  private Token(@Nullable Path file, String value) {
    this.file = file;
    this.value = value;
  }

  static Token of(String text) {
    return new Token(null, checked(text, "the token"));
  }

  static Token in(Path file) {
    try {
      return new Token(file, checked(Files.readString(file).strip(), "the file " + file));
    } catch (IOException e) {
      throw new UsageProblem("The token file " + file + " can't be read: " + e.getMessage() + ".");
    }
  }

  private static String checked(String text, String what) {
    if (!BearerToken.isOne(text)) {
      throw new UsageProblem("There is no bearer token in " + what + ": one word is expected.");
    }
    return text;
  }

  @Override
  public String get() {
    Path from = file;
    if (from != null) {
      try {
        value = checked(Files.readString(from).strip(), "the file " + from);
      } catch (IOException | UsageProblem e) {
        // While it is being rewritten, the last one is as good as any; the server judges.
        return value;
      }
    }
    return value;
  }

  /** Whom the token names, where it is a JWT; the server alone verifies it. */
  Optional<String> subject() {
    return BearerToken.subject(value);
  }
}
