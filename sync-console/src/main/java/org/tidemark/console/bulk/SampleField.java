package org.tidemark.console.bulk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.difference.Difference;
import org.tidemark.console.difference.Differences;
import org.tidemark.console.json.PrettyJson;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.server.bulk.boundary.BulkSample;

/**
 * A field of a sample: what it would become, and what the device has, as JSON.
 *
 * @param change what it is on the server and what it would become; both may be alike
 * @param device null: the device's side has no such field
 * @param dropped whether an edit of the device would be lost from the record
 * @param overwritten whether an edit that the server has taken since would be lost from it
 */
public record SampleField(
    Difference change, @Nullable String device, boolean dropped, boolean overwritten) {

  /** The fields that would change, and those where an edit of the device would be dropped. */
  static List<SampleField> of(BulkSample sample) {
    JsonObject before = json(sample.before());
    JsonObject after = json(sample.after());
    JsonObject device = json(sample.device());
    Map<String, SampleField> fields = new TreeMap<>();
    // Without a base all that the server has may be newer than what the device began from.
    List<String> taken =
        before == null ? List.of() : paths(Differences.between(json(sample.base()), before));
    for (Difference change : Differences.between(before, after)) {
      boolean overwritten = taken.stream().anyMatch(path -> touch(path, change.path()));
      fields.put(
          change.path(), new SampleField(change, at(device, change.path()), false, overwritten));
    }
    List<String> edited =
        sample.device() == null
            ? List.of()
            : paths(Differences.between(json(sample.base()), device));
    for (Difference lost : Differences.between(after, device)) {
      if (edited.stream().anyMatch(path -> touch(path, lost.path()))) {
        Difference change = new Difference(lost.path(), at(before, lost.path()), lost.before());
        fields.put(lost.path(), new SampleField(change, lost.after(), true, false));
      }
    }
    return List.copyOf(fields.values());
  }

  private static List<String> paths(List<Difference> differences) {
    return differences.stream().map(Difference::path).toList();
  }

  /** Whether they are one field, or one is inside the other. */
  private static boolean touch(String path, String other) {
    return path.equals(other) || path.startsWith(other + "/") || other.startsWith(path + "/");
  }

  private static @Nullable String at(@Nullable JsonObject data, String path) {
    Json value = data;
    for (String name : JsonPointer.parse(path).tokens()) {
      value = value instanceof JsonObject object ? object.get(name) : null;
    }
    return value == null ? null : PrettyJson.print(value);
  }

  private static @Nullable JsonObject json(@Nullable Document data) {
    return data == null ? null : data.json();
  }

  public boolean isDeviceLong() {
    return new Difference(change.path(), device, null).isBeforeLong();
  }

  static boolean anyDropped(List<SampleField> fields) {
    return fields.stream().anyMatch(SampleField::dropped);
  }

  /** How many edits that the server has taken would be lost. */
  static int overwritten(List<SampleField> fields) {
    return (int) fields.stream().filter(SampleField::overwritten).count();
  }

  static boolean anyChanged(List<SampleField> fields) {
    return fields.stream()
        .map(SampleField::change)
        .anyMatch(change -> !Objects.equals(change.before(), change.after()));
  }
}
