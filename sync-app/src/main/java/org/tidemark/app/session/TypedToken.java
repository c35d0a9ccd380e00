package org.tidemark.app.session;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.settings.BearerToken;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.json.JsonString;

/** What a person typed as a token, and what can be told of it without the server. */
public final class TypedToken {

  private static final int MOST = 16_384;
  private static final int JWT_PARTS = 3;

  /** By so much this computer's clock may be ahead: what ended since then, the server must tell. */
  private static final Duration CLOCK_ERROR = Duration.ofDays(1);

  private TypedToken() {}

  /** Why it can't be the token of a person, in words for them; null: the server must tell. */
  public static @Nullable String problem(String text, String user, Instant now) {
    if (text.isEmpty()) {
      return "Paste a token here first.";
    }
    String[] parts = text.split("\\.", -1);
    if (!BearerToken.isOne(text) || text.length() > MOST || parts.length != JWT_PARTS) {
      return "This is no token. A token is one long word of three parts, with points between.";
    }
    JsonObject claims = object(parts[1]);
    if (object(parts[0]) == null || claims == null) {
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

  private static @Nullable JsonObject object(String part) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
      return JsonReader.read(text) instanceof JsonObject object ? object : null;
    } catch (InvalidJson | IllegalArgumentException e) {
      return null;
    }
  }
}
