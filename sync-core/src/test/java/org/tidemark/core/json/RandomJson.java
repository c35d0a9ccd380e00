package org.tidemark.core.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Makes JSON values of every kind from a seed. */
public final class RandomJson {

  private static final String[] TEXTS = {
    "", "a", "b", "\u00e9", "\u20ac", "\ud83d\ude00", "\"\\/", "\u0001\n", "\u2028", "a~b/c"
  };

  private RandomJson() {}

  public static Json value(Random random, int depth) {
    switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0:
        return JsonNull.INSTANCE;
      case 1:
        return JsonBoolean.of(random.nextBoolean());
      case 2:
        return new JsonString(text(random));
      case 3:
        return JsonNumber.of(random.nextInt(7) - 3);
      case 4:
        return new JsonNumber(
            new BigDecimal(
                new BigInteger(random.nextInt(80) + 1, random), random.nextInt(60) - 30));
      case 5:
        List<Json> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          elements.add(value(random, depth - 1));
        }
        return new JsonArray(elements);
      default:
        return object(random, depth);
    }
  }

  public static JsonObject object(Random random, int depth) {
    Map<String, Json> members = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      members.put(text(random), value(random, depth - 1));
    }
    return new JsonObject(members);
  }

  private static String text(Random random) {
    return TEXTS[random.nextInt(TEXTS.length)] + TEXTS[random.nextInt(TEXTS.length)];
  }
}
