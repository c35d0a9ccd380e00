package org.tidemark.media.sign;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.media.SignedUrl;
import org.tidemark.media.sign.SigningKeys.Key;

/**
 * Signs URLs by HMAC-SHA256 and verifies them.
 *
 * <p>What is signed and not in the path stands in the query: {@code length}, {@code type}, {@code
 * expires} (seconds since 1970), {@code key} and {@code signature}.
 */
public final class UrlSigner {

  /** What a signature is worth. */
  public enum Verdict {
    GOOD,
    EXPIRED,
    /** It was not made by this server for this request. */
    BAD
  }

  /** Of a verified request: what its URL allows. */
  public record Verified(Verdict verdict, @Nullable SignedUrl url) {}

  private static final String MAC = "HmacSHA256";
  private static final Verified BAD = new Verified(Verdict.BAD, null);
  private static final int LONGEST = 200;

  private final URI base;
  private final Supplier<SigningKeys> keys;

  /**
   * @param base the public address before the paths, without a slash at its end
   */
  public UrlSigner(URI base, Supplier<SigningKeys> keys) {
    this.base = base;
    this.keys = keys;
  }

  /** A URL that allows the request until then. */
  public URI sign(
      String method, String path, long lengthBytes, String contentType, Instant expiresAt) {
    Key key = keys.get().current();
    SignedUrl url = new SignedUrl(method, path, lengthBytes, contentType, expiresAt, key.id());
    return URI.create(
        base
            + path
            + "?length="
            + lengthBytes
            + "&type="
            + URLEncoder.encode(contentType, StandardCharsets.UTF_8)
            + "&expires="
            + expiresAt.getEpochSecond()
            + "&key="
            + URLEncoder.encode(key.id(), StandardCharsets.UTF_8)
            + "&signature="
            + signature(url, key));
  }

  /**
   * Judges a request's URL.
   *
   * @param query its decoded parameters
   */
  public Verified verify(String method, String path, Map<String, String> query, Instant now) {
    String signature = query.getOrDefault("signature", "");
    Optional<Key> key = keys.get().find(query.getOrDefault("key", ""));
    String type = query.getOrDefault("type", "");
    if (key.isEmpty() || type.length() > LONGEST || signature.length() > LONGEST) {
      return BAD;
    }
    SignedUrl url;
    try {
      Instant expires = Instant.ofEpochSecond(number(query, "expires"));
      url = new SignedUrl(method, path, number(query, "length"), type, expires, key.get().id());
    } catch (RuntimeException noSuchUrl) {
      return BAD;
    }
    byte[] wanted = signature(url, key.get()).getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(wanted, signature.getBytes(StandardCharsets.UTF_8))) {
      return BAD;
    }
    return new Verified(now.isBefore(url.expiresAt()) ? Verdict.GOOD : Verdict.EXPIRED, url);
  }

  private static long number(Map<String, String> query, String name) {
    return Long.parseUnsignedLong(query.getOrDefault(name, ""));
  }

  private static String signature(SignedUrl url, Key key) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key.secret(), MAC));
      byte[] code = mac.doFinal(url.canonical().getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + MAC, e);
    }
  }
}
