package org.tidemark.core.merge;

import java.time.Instant;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.record.FieldTimes;

/** The top-level fields in which two objects differ. */
public final class FieldDiff {

  private FieldDiff() {}

  /** The pointers of the fields that were added, removed or changed. */
  public static SortedSet<String> between(JsonObject before, JsonObject after) {
    TreeSet<String> names = new TreeSet<>(before.members().keySet());
    names.addAll(after.members().keySet());
    TreeSet<String> changed = new TreeSet<>();
    for (String name : names) {
      if (!Objects.equals(before.get(name), after.get(name))) {
        changed.add(JsonPointer.field(name));
      }
    }
    return changed;
  }

  /** The times after an edit that replaced what it knew: never older than what it replaced. */
  public static FieldTimes succeed(
      FieldTimes times, JsonObject before, JsonObject after, FieldTimes edited) {
    TreeMap<String, Instant> stamps = new TreeMap<>();
    for (String pointer : between(before, after)) {
      Instant least = times.of(pointer).plusMillis(1);
      Instant time = edited.of(pointer);
      stamps.put(pointer, time.isBefore(least) ? least : time);
    }
    return times.stamp(stamps);
  }
}
