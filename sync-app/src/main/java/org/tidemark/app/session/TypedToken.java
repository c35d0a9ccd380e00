package org.tidemark.app.session;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.settings.BearerToken;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;

/** What a person typed as a token, and what can be told of it without the server. */
public final class TypedToken {

  private static final int MOST = 16_384;
  private static final Pattern THREE_PARTS = Pattern.compile("[^.]*\\.[^.]*\\.[^.]*");

  /** By so much this computer's clock may be ahead: what ended since then, the server must tell. */
  private static final Duration CLOCK_ERROR = Duration.ofDays(1);

  private TypedToken() {}

  /** Why it can't be the token of a person, in words for them; null: the server must tell. */
  public static @Nullable String problem(String text, String user, Instant now) {
    if (text.isEmpty()) {
      return "Paste a token here first.";
    }
    if (!BearerToken.isOne(text) || text.length() > MOST || !THREE_PARTS.matcher(text).matches()) {
      return "This is no token. A token is one long word of three parts, with points between.";
    }
    JsonObject claims = BearerToken.claims(text).orElse(null);
    if (claims == null || BearerToken.header(text).isEmpty()) {
      return "This is no whole token. Copy all of it, and paste it again.";
    }
    if (claims.get("sub") instanceof JsonString subject && !subject.value().equals(user)) {
      return "This token is of %s, and the records here are of %s. Take a token of %s, or start another copy for %s."
          .formatted(subject.value(), user, user, subject.value());
    }
    if (claims.get("exp") instanceof JsonNumber end
        && end.value().compareTo(BigDecimal.valueOf(now.minus(CLOCK_ERROR).getEpochSecond()))
            <= 0) {
      return "This token expired long ago, by this computer's clock. Get a new one.";
    }
    return null;
  }
}
