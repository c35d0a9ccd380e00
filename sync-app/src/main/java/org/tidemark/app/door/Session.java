package org.tidemark.app.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Consumer;

/**
 * Who may come in: whoever opened the address with the one-time token, by the cookie that it set.
 * All secrets end with the process.
 */
public final class Session {

  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String cookie = secret();
  private final Consumer<String> announcing;
  private String token = secret();

  /**
   * @param announcing is told each token that lets somebody in, once
   */
  public Session(Consumer<String> announcing) {
    this.announcing = announcing;
  }

  private static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Tells the token that lets somebody in now. */
  public synchronized void announce() {
    announcing.accept(token);
  }

  /** Whether a token lets somebody in; it does so once, and the next one is told then. */
  synchronized boolean redeem(String given) {
    if (!same(token, given)) {
      return false;
    }
    token = secret();
    announce();
    return true;
  }

  String cookie() {
    return cookie;
  }

  boolean knows(String given) {
    return same(cookie, given);
  }

  /** Takes as long whatever is wrong. */
  private static boolean same(String known, String given) {
    return MessageDigest.isEqual(
        known.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
