package org.tidemark.core.merge;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.policy.FieldRule;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.MergeStrategy;

/**
 * Tells whether two equal contents may still be two changes that both count: two additions of one
 * are two, not one.
 */
public final class Accumulation {

  private Accumulation() {}

  /**
   * Whether some field that was changed since the base is summed or appended to.
   *
   * @param base null where it is not known
   */
  public static boolean involves(
      MergePolicy policy, @Nullable JsonObject base, JsonObject content) {
    if (policy.strategy() != MergeStrategy.SERVER_MERGE) {
      return false;
    }
    return inMembers(RuleBook.of(policy), "", new Sides(base != null, base, content, content));
  }

  private static boolean inMembers(RuleBook rules, String path, Sides sides) {
    for (String name : FieldMerge.names(sides)) {
      Sides member = sides.member(name);
      if (!member.serverChanged()) {
        continue;
      }
      String memberPath = path + JsonPointer.field(name);
      FieldRule rule = rules.rule(memberPath, member);
      if (rule == FieldRule.SUM || rule == FieldRule.APPEND) {
        return true;
      }
      if (rule == FieldRule.OBJECT && inMembers(rules, memberPath, member)) {
        return true;
      }
    }
    return false;
  }
}
