package org.tidemark.core.merge;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonNumber;

/** The rules for numbers that both sides changed: SUM, MAX and MIN. */
final class NumberMerge {

  // Beyond this a client that reads numbers as doubles would not see the number that was merged.
  private static final BigDecimal LARGEST = BigDecimal.valueOf((1L << 53) - 1);

  private NumberMerge() {}

  static Merged sum(Sides sides, When when) {
    if (!(sides.server() instanceof JsonNumber server)
        || !(sides.client() instanceof JsonNumber client)) {
      return Merged.unlessAgreed(sides, when, Trouble.NO_NUMBER_TO_SUM);
    }
    if (!sides.baseKnown()) {
      return Merged.unsettled(sides, when, Trouble.BASE_UNKNOWN);
    }
    BigDecimal base = start(sides.base());
    if (base == null) {
      return Merged.unlessAgreed(sides, when, Trouble.NO_NUMBER_BEFORE);
    }
    BigDecimal sum = server.value().add(client.value().subtract(base));
    if (sum.abs().compareTo(LARGEST) > 0 || !JsonNumber.isWithinBounds(sum)) {
      return Merged.unsettled(sides, when, Trouble.SUM_TOO_LARGE);
    }
    return Merged.settled(new JsonNumber(sum));
  }

  private static @Nullable BigDecimal start(@Nullable Json base) {
    if (base == null) {
      return BigDecimal.ZERO;
    }
    return base instanceof JsonNumber number ? number.value() : null;
  }

  static Merged extreme(Sides sides, When when, boolean largest) {
    if (!(sides.server() instanceof JsonNumber server)
        || !(sides.client() instanceof JsonNumber client)) {
      return Merged.unlessAgreed(sides, when, Trouble.NO_NUMBER_TO_COMPARE);
    }
    boolean serverLarger = server.value().compareTo(client.value()) >= 0;
    return Merged.settled(serverLarger == largest ? server : client);
  }
}
