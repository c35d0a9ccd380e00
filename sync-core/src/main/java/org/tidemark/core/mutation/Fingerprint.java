package org.tidemark.core.mutation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonInput;
import org.tidemark.core.json.JsonObject;

/**
 * The SHA-256 over everything that a mutation says: tells a repeat from a reuse of its id.
 *
 * <p>The caller fills in the space first. A member that is null counts as one that was not given.
 */
public final class Fingerprint {

  private static final int LENGTH_BYTES = 32;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final byte[] bytes;

  private Fingerprint(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Fingerprint of(MutationDraft draft) {
    StringBuilder text = new StringBuilder(512).append('{');
    input(text, "base", draft.base());
    Integer baseVersion = draft.baseVersion();
    raw(text, "baseVersion", baseVersion == null ? null : baseVersion.toString());
    string(text, "clientMutationId", draft.clientMutationId());
    input(text, "data", draft.data());
    string(text, "entityType", draft.entityType());
    input(text, "fieldTimes", draft.fieldTimes());
    string(text, "id", draft.id());
    string(text, "operation", draft.operation());
    string(text, "previous", draft.previous());
    Double sequence = draft.sequence();
    // Hexadecimal names each double once, in every Java version, and the infinite ones too.
    raw(text, "sequence", sequence == null ? null : Double.toHexString(sequence));
    string(text, "space", draft.space());
    string(text, "updatedAt", draft.updatedAt());
    return new Fingerprint(CanonicalJson.sha256(text.append('}').toString()));
  }

  public static Fingerprint ofBytes(byte[] bytes) {
    if (bytes.length != LENGTH_BYTES) {
      throw new IllegalArgumentException("a fingerprint has 32 bytes, not " + bytes.length);
    }
    return new Fingerprint(bytes.clone());
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  private static void input(StringBuilder text, String name, JsonInput input) {
    if (input instanceof JsonInput.Invalid invalid) {
      // No value that can be read holds U+0000, so this can be taken for no valid one.
      name(text, name).append("\"\\u0000\"");
      CanonicalJson.appendString(text, invalid.pointer());
      CanonicalJson.appendString(text, invalid.reason());
      return;
    }
    Json value = input.valueOrNull();
    if (value instanceof JsonObject object) {
      raw(text, name, object.canonicalText());
    } else if (value != null) {
      CanonicalJson.append(name(text, name), value);
    }
  }

  private static void string(StringBuilder text, String name, @Nullable String value) {
    if (value != null) {
      CanonicalJson.appendString(name(text, name), value);
    }
  }

  private static void raw(StringBuilder text, String name, @Nullable String value) {
    if (value != null) {
      name(text, name).append(value);
    }
  }

  private static StringBuilder name(StringBuilder text, String name) {
    return text.append(text.length() > 1 ? "," : "").append('"').append(name).append("\":");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Fingerprint that && Arrays.equals(bytes, that.bytes));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    byte[] hex = new byte[2 * LENGTH_BYTES];
    for (int i = 0; i < LENGTH_BYTES; i++) {
      hex[2 * i] = HEX[(bytes[i] >> 4) & 15];
      hex[2 * i + 1] = HEX[bytes[i] & 15];
    }
    return new String(hex, StandardCharsets.US_ASCII);
  }
}
