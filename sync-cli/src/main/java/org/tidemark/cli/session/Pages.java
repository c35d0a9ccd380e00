package org.tidemark.cli.session;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Goes through a long list page by page, so that it is never in memory as a whole. */
public final class Pages {

  public static final int SIZE = 200;

  private Pages() {}

  /** Gives a page of a list. */
  public interface Source<T> {

    /**
     * @param after the last one of the page before; null: there is none
     */
    List<T> page(@Nullable T after, int limit);
  }

  /** All there is, in the order of the list. */
  public static <T> Stream<T> all(Source<T> source) {
    return Stream.iterate(
            source.page(null, SIZE), page -> !page.isEmpty(), page -> next(source, page))
        .flatMap(List::stream);
  }

  private static <T> List<T> next(Source<T> source, List<T> page) {
    return page.size() < SIZE ? List.of() : source.page(page.get(page.size() - 1), SIZE);
  }
}
