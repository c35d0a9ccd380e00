package org.tidemark.server.receipt.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.mutation.Fingerprint;
import org.tidemark.core.record.ClientId;

/**
 * Answers the common repeat without a query: receipts by client and mutation id, each for as long
 * as it lives but no longer than the cache's own lifespan.
 *
 * <p>The database is the truth. The cache is filled only with what is committed, so an answer found
 * here is the answer; one that is missing is looked up, as are large ones, since the cache is
 * bounded by their number. Keys and values are plain text, so that the cache can be replicated
 * without a schema.
 */
@ApplicationScoped
public class ReplayCache {
  private static final char SEPARATOR = '\n';
  private static final int FINGERPRINT_DIGITS = 64;
  private static final int LONGEST_ANSWER = 4096;

  @Resource(lookup = "java:jboss/infinispan/cache/sync/receipts")
  private Cache<String, String> cache;

  /** A kept answer: whose it is, what it answers, and its text. */
  public record Kept(String user, String fingerprint, boolean dataAsSent, String answer) {
    public boolean answers(Fingerprint other) {
      return fingerprint.equals(other.toString());
    }
  }

  public @Nullable Kept find(ClientId clientId, String mutationId) {
    String kept = cache.get(key(clientId, mutationId));
    return kept == null ? null : parse(kept);
  }

  /** Keeps an answer; call only after its transaction has committed. */
  public void keep(String user, Receipt receipt, Instant now) {
    long leftMs = Duration.between(now, receipt.expiresAt()).toMillis();
    if (leftMs <= 0 || receipt.answer().length() > LONGEST_ANSWER) {
      return;
    }
    long longestMs = cache.getCacheConfiguration().expiration().lifespan();
    long lifeMs = longestMs > 0 ? Math.min(leftMs, longestMs) : leftMs;
    String text =
        receipt.fingerprint().toString()
            + (receipt.dataAsSent() ? 'S' : 'F')
            + user
            + SEPARATOR
            + receipt.answer();
    String key = key(receipt.clientId(), receipt.mutationId().value());
    cache.put(key, text, lifeMs, TimeUnit.MILLISECONDS);
  }

  private static String key(ClientId clientId, String mutationId) {
    return clientId.value() + SEPARATOR + mutationId;
  }

  private static Kept parse(String kept) {
    int userEnd = kept.indexOf(SEPARATOR);
    return new Kept(
        kept.substring(FINGERPRINT_DIGITS + 1, userEnd),
        kept.substring(0, FINGERPRINT_DIGITS),
        kept.charAt(FINGERPRINT_DIGITS) == 'S',
        kept.substring(userEnd + 1));
  }
}
