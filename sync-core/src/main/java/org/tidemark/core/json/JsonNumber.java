package org.tidemark.core.json;

import java.math.BigDecimal;

/** A JSON number as an exact decimal without needless zeros, so 1, 1.0 and 1e0 are one value. */
public record JsonNumber(BigDecimal value) implements Json {

  /** The most significant digits that are read or written. */
  public static final int MAX_DIGITS = 512;

  /** The largest power of ten, either way, that is read or written. */
  public static final int MAX_EXPONENT = 4096;

  public JsonNumber {
    value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  public static JsonNumber of(long value) {
    return new JsonNumber(BigDecimal.valueOf(value));
  }

  /** Whether a number can be printed and read again: not too many digits, not too far from one. */
  public static boolean isWithinBounds(BigDecimal value) {
    if (value.signum() == 0) {
      return true;
    }
    long exponent = (long) value.precision() - value.scale() - 1;
    return exponent >= -MAX_EXPONENT
        && exponent <= MAX_EXPONENT
        && value.stripTrailingZeros().precision() <= MAX_DIGITS;
  }
}
