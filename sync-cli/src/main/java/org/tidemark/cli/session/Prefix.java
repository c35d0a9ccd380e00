package org.tidemark.cli.session;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds what people name by the beginning of its id, as they may. */
public final class Prefix {

  private Prefix() {}

  /** The one thing whose id begins so; an id that is given as a whole always counts. */
  public static <T> T only(Stream<T> all, Function<T, String> id, String text, String noun) {
    List<T> found = all.filter(each -> id.apply(each).startsWith(text)).toList();
    for (T each : found) {
      if (id.apply(each).equals(text)) {
        return each;
      }
    }
    if (found.size() == 1 && !text.isEmpty()) {
      return found.get(0);
    }
    throw new Refusal(
        found.isEmpty()
            ? "There is no " + noun + " " + text + " on this device."
            : found.size() + " have ids that begin with \"" + text + "\". Give more of it.");
  }
}
