package org.tidemark.app.record;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tidemark.client.record.RecordView;
import org.tidemark.core.json.CanonicalJson;

/**
 * What pages were shown of records, by a name that pages send back with an edit: an edit counts
 * against what its person saw. Only the last few are kept; a record that still is as it was shown
 * is known without.
 */
final class Seen {

  private static final int MOST = 64;

  private final Map<String, RecordView> views =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RecordView> eldest) {
          return size() > MOST;
        }
      };

  /** Keeps a view and gives the name of it. */
  synchronized String keep(RecordView view) {
    String name = name(view);
    views.put(name, view);
    return name;
  }

  synchronized Optional<RecordView> find(String name) {
    return Optional.ofNullable(views.get(name));
  }

  static String name(RecordView view) {
    return HexFormat.of().formatHex(CanonicalJson.sha256(view.toString()), 0, 16);
  }
}
