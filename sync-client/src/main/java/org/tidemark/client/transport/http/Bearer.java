package org.tidemark.client.transport.http;

import java.util.function.Supplier;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.Problems;

/** The token of one request, which must not be told to anybody but the server. */
final class Bearer {

  /** So much of a token tells it from other words; the text may be cut within it. */
  private static final int TELLING = 16;

  private final String token;

  private Bearer(String token) {
    this.token = token;
  }

  /** The platform would name a token that is none in what it throws, and so it would be logged. */
  static Bearer of(Supplier<String> tokens) {
    String token = tokens.get().trim();
    if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new ClientException(Problems.signIn("there is no token, or it is not one word"));
    }
    return new Bearer(token);
  }

  String header() {
    return "Bearer " + token;
  }

  /** Some that stand in between answer with the request that they refuse. */
  String without(String text) {
    int begin = text.indexOf(token.substring(0, Math.min(TELLING, token.length())));
    return begin < 0 ? text : text.substring(0, begin) + "(the token)";
  }
}
