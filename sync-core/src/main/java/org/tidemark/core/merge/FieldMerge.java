package org.tidemark.core.merge;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.policy.FieldRule;

/** Merges one field by its rule, and reports every changed field that it meets on the way. */
final class FieldMerge {

  private final RuleBook rules;
  private final Consumer<FieldOutcome> report;

  FieldMerge(RuleBook rules, Consumer<FieldOutcome> report) {
    this.rules = rules;
    this.report = report;
  }

  /** Merges as this does, but without a report. */
  FieldMerge silently() {
    return new FieldMerge(rules, outcome -> {});
  }

  RuleBook rules() {
    return rules;
  }

  Merged merge(String path, Sides sides, When when) {
    FieldRule rule = rules.rule(path, sides);
    if (rule == FieldRule.OBJECT
        && sides.server() instanceof JsonObject
        && sides.client() instanceof JsonObject
        && (sides.base() == null || sides.base() instanceof JsonObject)) {
      return members(path, sides, when, null);
    }
    Merged merged = merge(rule, path, sides, when);
    boolean changed =
        sides.baseKnown() ? sides.serverChanged() || sides.clientChanged() : !sides.agree();
    if (changed || merged.trouble() != null) {
      report.accept(
          new FieldOutcome(
              path,
              sides.base(),
              sides.server(),
              sides.client(),
              merged.value(),
              merged.trouble()));
    }
    return merged;
  }

  private Merged merge(FieldRule rule, String path, Sides sides, When when) {
    if (rule == FieldRule.UNION ? sameSet(sides, sides.client()) : !sides.clientChanged()) {
      return Merged.settled(sides.server());
    }
    boolean serverStill =
        rule == FieldRule.UNION ? sameSet(sides, sides.server()) : !sides.serverChanged();
    if (serverStill && !(when.touched() && countsReturns(rule))) {
      return Merged.settled(sides.client());
    }
    if (sides.server() == null && sides.client() == null) {
      return Merged.settled(null);
    }
    return switch (rule) {
      case APPEND -> ArrayMerge.merge(this, path, sides, when, !sides.baseKnown());
      case UNION -> ArrayMerge.merge(this, path, sides, when, true);
      case SUM -> NumberMerge.sum(sides, when);
      case MAX -> NumberMerge.extreme(sides, when, true);
      case MIN -> NumberMerge.extreme(sides, when, false);
      case OBJECT -> Merged.unlessAgreed(sides, when, Trouble.NO_OBJECT);
      case LAST_WRITE_WINS ->
          when.same()
              ? Merged.unlessAgreed(sides, when, Trouble.SAME_TIME)
              : Merged.settled(when.newer(sides));
      case SERVER -> Merged.settled(sides.server());
      case CLIENT -> Merged.settled(sides.client());
      case MANUAL -> Merged.unlessAgreed(sides, when, Trouble.BOTH_CHANGED);
    };
  }

  /**
   * Whether a change to another value and back is a change.
   *
   * <p>It is where the result would otherwise depend on who arrived first; the other rules come to
   * the same result either way, or are better without a needless conflict.
   */
  private static boolean countsReturns(FieldRule rule) {
    return rule == FieldRule.LAST_WRITE_WINS || rule == FieldRule.MAX || rule == FieldRule.MIN;
  }

  /** Each member by its own rule, but for the one by which both sides were matched. */
  Merged members(String path, Sides sides, When when, @Nullable String identityKey) {
    TreeMap<String, Json> members = new TreeMap<>();
    // Times are kept for whole fields: they do not tell which member was changed.
    When whole = new When(when.server(), when.client(), false);
    Trouble trouble = null;
    for (String name : names(sides)) {
      Sides each = sides.member(name);
      Merged member =
          name.equals(identityKey)
              ? Merged.settled(each.server())
              : merge(path + JsonPointer.field(name), each, whole);
      if (member.value() != null) {
        members.put(name, member.value());
      }
      if (trouble == null) {
        trouble = member.trouble();
      }
    }
    return new Merged(new JsonObject(members), trouble);
  }

  static Collection<String> names(Sides sides) {
    TreeSet<String> names = new TreeSet<>();
    addNames(names, sides.base());
    addNames(names, sides.server());
    addNames(names, sides.client());
    return names;
  }

  private static void addNames(TreeSet<String> names, @Nullable Json side) {
    if (side instanceof JsonObject object) {
      names.addAll(object.members().keySet());
    }
  }

  private static boolean sameSet(Sides sides, @Nullable Json side) {
    if (sides.base() instanceof JsonArray base && side instanceof JsonArray array) {
      return texts(base).equals(texts(array));
    }
    return sides.baseKnown() && Objects.equals(sides.base(), side);
  }

  /** As texts, whose order helps a hash table where many values were made to have one hash. */
  private static Set<String> texts(JsonArray array) {
    Set<String> texts = new HashSet<>();
    array.elements().forEach(element -> texts.add(CanonicalJson.print(element)));
    return texts;
  }
}
