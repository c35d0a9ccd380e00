package org.tidemark.testkit.check;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;

/** The tokens that a document holds; each was written by one edit. */
final class Tokens {
  private static final Pattern TOKEN = Pattern.compile("\"(#[0-9]+)\"");

  private Tokens() {}

  static Set<String> in(@Nullable Document document) {
    Set<String> tokens = new LinkedHashSet<>();
    if (document != null) {
      Matcher matcher = TOKEN.matcher(document.text());
      while (matcher.find()) {
        tokens.add(String.valueOf(matcher.group(1)));
      }
    }
    return tokens;
  }

  /** Those of one that another has not. */
  static Set<String> inOnly(@Nullable Document one, @Nullable Document other) {
    Set<String> tokens = in(one);
    tokens.removeAll(in(other));
    return tokens;
  }
}
