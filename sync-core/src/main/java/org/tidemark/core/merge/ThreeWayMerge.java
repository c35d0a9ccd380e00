package org.tidemark.core.merge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.record.FieldTimes;

/**
 * Merges two objects that grew from one base, field by field.
 *
 * <p>A field that one side alone changed is that side's; a field that both changed goes by its
 * rule. Without a base every field counts as changed on both sides.
 */
public final class ThreeWayMerge {

  private ThreeWayMerge() {}

  /**
   * Merges.
   *
   * @param base what both sides grew from: the empty object for two creations, null where it is not
   *     known
   * @param baseTimes the times of the base's fields, null where they are not known
   */
  public static MergeResult merge(
      @Nullable JsonObject base,
      JsonObject server,
      JsonObject client,
      FieldTimes serverTimes,
      FieldTimes clientTimes,
      @Nullable FieldTimes baseTimes,
      RuleBook rules) {
    List<FieldOutcome> outcomes = new ArrayList<>();
    FieldMerge fields = new FieldMerge(rules, outcomes::add);
    Sides all = new Sides(base != null, base, server, client);
    TreeMap<String, Json> merged = new TreeMap<>();
    TreeMap<String, Instant> stamps = new TreeMap<>();
    boolean settled = true;
    boolean serverStands = false;
    for (String name : FieldMerge.names(all)) {
      String path = JsonPointer.field(name);
      Sides sides = all.member(name);
      Instant serverTime = serverTimes.of(path);
      boolean touched =
          baseTimes != null
              && isKnown(sides, serverTimes, path)
              && !baseTimes.of(path).equals(serverTime);
      When when = new When(serverTime, clientTimes.of(path), touched);
      Merged field = fields.merge(path, sides, when);
      if (field.value() != null) {
        merged.put(name, field.value());
      }
      settled &= field.trouble() == null;
      boolean serverChanged = sides.serverChanged() || touched;
      if (sides.clientChanged()) {
        stamps.put(path, serverChanged ? when.later() : after(when));
      }
      serverStands |=
          serverChanged && !(sides.clientChanged() && (when.clientNewer() || when.same()));
    }
    JsonObject result = new JsonObject(merged);
    FieldTimes times = serverTimes.stamp(stamps).bounded(result);
    return new MergeResult(result, times, outcomes, settled, serverStands);
  }

  /** Whether the server has, or ever had, the field: what never was has no time of its own. */
  private static boolean isKnown(Sides sides, FieldTimes serverTimes, String path) {
    return sides.server() != null || serverTimes.exceptions().containsKey(path);
  }

  /** A change of a field is never older than the state that it replaces. */
  private static Instant after(When when) {
    return when.clientNewer() ? when.client() : when.server().plusMillis(1);
  }
}
