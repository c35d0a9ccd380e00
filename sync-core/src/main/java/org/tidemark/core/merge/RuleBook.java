package org.tidemark.core.merge;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonBoolean;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.policy.FieldRule;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.MergeStrategy;

/**
 * Tells the rule of each field: the one that the policy names, or a default.
 *
 * <p>Under SERVER_MERGE the default goes by the values' type. Under the other strategies rules only
 * shape suggestions, and a field without one follows the strategy.
 */
public final class RuleBook {

  private static final RuleBook NEWEST =
      new RuleBook(
          MergeStrategy.LAST_WRITE_WINS,
          Collections.emptySortedMap(),
          MergePolicy.DEFAULT_IDENTITY_KEY);

  private final MergeStrategy strategy;
  private final SortedMap<String, FieldRule> rules;
  private final String identityKey;

  private RuleBook(MergeStrategy strategy, SortedMap<String, FieldRule> rules, String identityKey) {
    this.strategy = strategy;
    this.rules = rules;
    this.identityKey = identityKey;
  }

  /** The rules of a policy. */
  public static RuleBook of(MergePolicy policy) {
    return new RuleBook(policy.strategy(), policy.rules(), policy.identityKey());
  }

  /** The last write wins for every field, as a whole. */
  public static RuleBook newest() {
    return NEWEST;
  }

  String identityKey() {
    return identityKey;
  }

  /** The rule of the field at this path, where {@code *} stands for an array's elements. */
  FieldRule rule(String path, Sides sides) {
    FieldRule named = rules.get(path);
    if (named != null) {
      return named;
    }
    return switch (strategy) {
      case LAST_WRITE_WINS -> FieldRule.LAST_WRITE_WINS;
      case MANUAL -> FieldRule.MANUAL;
      case SERVER_MERGE -> byType(sides);
    };
  }

  private enum Kind {
    NUMBER,
    ARRAY,
    OBJECT,
    STRING,
    BOOLEAN
  }

  private static FieldRule byType(Sides sides) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    add(kinds, sides.base());
    add(kinds, sides.server());
    add(kinds, sides.client());
    if (kinds.size() > 1) {
      // The type changed, so no rule that goes by type can be trusted.
      return FieldRule.MANUAL;
    }
    if (kinds.contains(Kind.NUMBER)) {
      return FieldRule.SUM;
    }
    if (kinds.contains(Kind.ARRAY)) {
      return FieldRule.APPEND;
    }
    return kinds.contains(Kind.OBJECT) ? FieldRule.OBJECT : FieldRule.LAST_WRITE_WINS;
  }

  private static void add(Set<Kind> kinds, @Nullable Json value) {
    if (value instanceof JsonNumber) {
      kinds.add(Kind.NUMBER);
    } else if (value instanceof JsonArray) {
      kinds.add(Kind.ARRAY);
    } else if (value instanceof JsonObject) {
      kinds.add(Kind.OBJECT);
    } else if (value instanceof JsonString) {
      kinds.add(Kind.STRING);
    } else if (value instanceof JsonBoolean) {
      kinds.add(Kind.BOOLEAN);
    }
  }
}
