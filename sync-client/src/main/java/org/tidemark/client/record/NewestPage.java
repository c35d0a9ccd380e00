package org.tidemark.client.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some records, the last changed first; {@code next} is where to go on, null at the end.
 *
 * <p>A search may give fewer than were asked for, or none, and yet a place to go on from: it has
 * looked at as many as it does at once.
 */
public record NewestPage(List<RecordView> items, @Nullable RecordPosition next) {

  public NewestPage {
    items = Collections.unmodifiableList(new ArrayList<>(items));
  }
}
