package org.tidemark.media.sign;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys that sign URLs, newest first: the first signs, all verify. */
public final class SigningKeys {

  /** A key, and the id by which a URL names it. */
  public record Key(String id, byte[] secret) {
    public Key {
      secret = secret.clone();
    }

    @Override
    public byte[] secret() {
      return secret.clone();
    }

    @Override
    public String toString() {
      return "Key[" + id + "]";
    }
  }

  private static final int LEAST_BYTES = 32;

  private final Key current;
  private final Map<String, Key> all = new HashMap<>();

  public SigningKeys(List<Key> newestFirst) {
    int shortest =
        newestFirst.stream()
            .map(key -> key.secret().length)
            .min(Comparator.naturalOrder())
            .orElseThrow(() -> new IllegalArgumentException("there is no key to sign with"));
    if (shortest < LEAST_BYTES) {
      throw new IllegalArgumentException("a key has less than " + LEAST_BYTES + " bytes");
    }
    current = newestFirst.get(0);
    newestFirst.forEach(key -> all.put(key.id(), key));
  }

  public Key current() {
    return current;
  }

  /** The key of that id; empty: it never was, or was retired. */
  public Optional<Key> find(String id) {
    return Optional.ofNullable(all.get(id));
  }
}
