package org.tidemark.client.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.RecordId;

/** Some records in the order of their ids; {@code next} is where to go on, null at the end. */
public record RecordPage(List<RecordView> items, @Nullable RecordId next) {

  public RecordPage {
    items = Collections.unmodifiableList(new ArrayList<>(items));
  }
}
