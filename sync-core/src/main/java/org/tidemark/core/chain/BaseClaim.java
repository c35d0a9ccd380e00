package org.tidemark.core.chain;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.MutationId;

/**
 * The base that a mutation builds on, as its chain tells; {@code direct} when the mutation may be a
 * direct successor of that version.
 */
public record BaseClaim(BaseRef ref, boolean direct) {

  private static final String NONE = "none";
  private static final String DIRECT = "version ";
  private static final String INDIRECT = "past version ";
  private static final String CLIENT = "mutation ";

  /** The base of a mutation that names a version, or none, and no earlier mutation. */
  public static BaseClaim of(@Nullable Integer baseVersion) {
    return baseVersion == null
        ? new BaseClaim(BaseRef.NONE, false)
        : new BaseClaim(new BaseRef.Version(baseVersion), true);
  }

  /** The claimed version; null when none was seen or the base is a mutation's own data. */
  public @Nullable Integer version() {
    return ref instanceof BaseRef.Version named ? named.version() : null;
  }

  /** A short text for the receipt; {@link #parse} reads it. */
  public String text() {
    if (ref instanceof BaseRef.Version named) {
      return (direct ? DIRECT : INDIRECT) + named.version();
    }
    return ref instanceof BaseRef.ClientData data ? CLIENT + data.of() : NONE;
  }

  public static BaseClaim parse(String text) {
    if (text.equals(NONE)) {
      return of(null);
    }
    if (text.startsWith(DIRECT)) {
      return of(Integer.valueOf(text.substring(DIRECT.length())));
    }
    if (text.startsWith(INDIRECT)) {
      int version = Integer.parseInt(text.substring(INDIRECT.length()));
      return new BaseClaim(new BaseRef.Version(version), false);
    }
    if (text.startsWith(CLIENT)) {
      MutationId of = new MutationId(text.substring(CLIENT.length()));
      return new BaseClaim(new BaseRef.ClientData(of), false);
    }
    throw new IllegalArgumentException("not the text of a base claim: " + text);
  }
}
