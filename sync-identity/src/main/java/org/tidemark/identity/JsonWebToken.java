package org.tidemark.identity;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A signed token in its three parts (RFC 7519, compact), parsed and not yet believed. */
final class JsonWebToken {

  static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private final JsonObject header;
  private final JsonObject claims;
  private final byte[] signed;
  private final byte[] signature;

  private JsonWebToken(JsonObject header, JsonObject claims, byte[] signed, byte[] signature) {
    this.header = header;
    this.claims = claims;
    this.signed = signed;
    this.signature = signature;
  }

  static Optional<JsonWebToken> parse(String compact) {
    var parts = Arrays.asList(compact.split("\\.", -1));
    if (parts.size() != 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new JsonWebToken(
              object(parts.get(0)),
              object(parts.get(1)),
              (parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.US_ASCII),
              Base64.getUrlDecoder().decode(parts.get(2))));
    } catch (JsonException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static JsonObject object(String part) {
    var bytes = new ByteArrayInputStream(Base64.getUrlDecoder().decode(part));
    try (var reader = READERS.createReader(bytes)) {
      return reader.readObject();
    }
  }

  String algorithm() {
    return text(header, "alg").orElse("");
  }

  Optional<String> keyId() {
    return text(header, "kid");
  }

  /** Whether the token demands that its reader understands an extension (RFC 7515, 4.1.11). */
  boolean isCritical() {
    return header.containsKey("crit");
  }

  Optional<String> text(String claim) {
    return text(claims, claim);
  }

  /** A claim that is one text or a list of texts. */
  List<String> texts(String claim) {
    var value = claims.getOrDefault(claim, JsonValue.NULL);
    var values = value instanceof List<?> list ? list.stream() : Stream.of(value);
    return values
        .filter(JsonString.class::isInstance)
        .map(text -> ((JsonString) text).getString())
        .toList();
  }

  Optional<Instant> time(String claim) {
    return claims.get(claim) instanceof JsonNumber number
        ? Optional.of(Instant.ofEpochSecond(number.longValue()))
        : Optional.empty();
  }

  byte[] signed() {
    return signed.clone();
  }

  byte[] signature() {
    return signature.clone();
  }

  private static Optional<String> text(JsonObject object, String member) {
    return object.get(member) instanceof JsonString text
        ? Optional.of(text.getString())
        : Optional.empty();
  }
}
