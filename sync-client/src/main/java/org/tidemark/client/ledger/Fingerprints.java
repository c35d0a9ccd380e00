package org.tidemark.client.ledger;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.Document;

/** Short names of local states: equal when the states are. */
public final class Fingerprints {

  private static final String DELETED = "deleted";

  private Fingerprints() {}

  public static String of(@Nullable Document data) {
    return data == null ? DELETED : of(data.text());
  }

  public static String of(String text) {
    StringBuilder hex = new StringBuilder(64);
    for (byte b : CanonicalJson.sha256(text)) {
      hex.append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
    }
    return hex.toString();
  }
}
