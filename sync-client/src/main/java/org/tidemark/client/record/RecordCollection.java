package org.tidemark.client.record;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.record.RecordId;

/** The records of one type in one space. Edits work offline and return once they are durable. */
public interface RecordCollection {

  Optional<RecordView> get(String id);

  /** Puts a whole object in place of the present local state. */
  RecordView put(String id, JsonObject data);

  /** Puts a whole object, given as JSON text. */
  RecordView put(String id, String json);

  /** Puts many objects by their ids, all or none: much quicker than one by one. */
  void putAll(Map<String, JsonObject> objects);

  /** Changes what a person saw into what they made of it, whatever has arrived since. */
  RecordView edit(RecordView seen, JsonObject data);

  /**
   * Deletes the record and keeps a snapshot of it for undo; no such record is fine.
   *
   * @return the snapshot; empty where there was nothing to keep
   */
  OptionalLong delete(String id);

  /** As {@link #delete(String)}, what a person saw; what arrived since is not deleted unseen. */
  OptionalLong delete(RecordView seen);

  /** At most {@code limit} records after an id, in the order of ids, deleted ones left out. */
  RecordPage list(@Nullable RecordId after, int limit);

  /**
   * At most {@code limit} records, the last changed first, deleted ones left out. A record that is
   * changed between two pages moves to the front.
   *
   * @param words each must be in the id or in a value of the record on this device, in any case;
   *     "": all records. At most 200 characters
   * @param after null: from the front
   */
  NewestPage newest(String words, @Nullable RecordPosition after, int limit);

  /** How many records there are, deleted ones left out. */
  long count();
}
