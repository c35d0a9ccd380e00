package org.tidemark.core.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.core.decide.Given.MERGE;
import static org.tidemark.core.decide.Given.at;
import static org.tidemark.core.decide.Given.json;
import static org.tidemark.core.decide.Given.with;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.policy.FieldRule;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.record.FieldTimes;

/** A row of the table of field rules, for one field, and whether a merge does what it says. */
final class FieldRow {

  static final String ABSENT = "-";
  static final String UNKNOWN = "?";
  static final String UNSETTLED = "unsettled ";

  private FieldRow() {}

  static Arguments row(
      String name, @Nullable FieldRule rule, String base, String server, String client, String is) {
    return Arguments.of(name, rule, base, server, client, is);
  }

  static void check(
      String name,
      @Nullable FieldRule rule,
      String base,
      String server,
      String client,
      String expected) {
    MergePolicy policy = rule == null ? MERGE : with(MERGE, "/f", rule);
    MergeResult result = merge(policy, base, server, client, 100, 200);

    assertThat(shown(result)).as(name).isEqualTo(normal(expected));
    assertThat(result.settled())
        .isEqualTo(result.fields().stream().allMatch(FieldOutcome::settled));
  }

  static MergeResult merge(
      MergePolicy policy,
      String base,
      String server,
      String client,
      long serverTime,
      long clientTime) {
    return ThreeWayMerge.merge(
        base.equals(UNKNOWN) ? null : field(base),
        field(server),
        field(client),
        FieldTimes.uniform(at(serverTime)),
        FieldTimes.uniform(at(clientTime)),
        null,
        RuleBook.of(policy));
  }

  private static JsonObject field(String value) {
    return value.equals(ABSENT) ? JsonObject.EMPTY : JsonObject.EMPTY.with("f", json(value));
  }

  static String shown(MergeResult result) {
    Json value = result.merged().get("f");
    String text = value == null ? ABSENT : JsonObject.EMPTY.with("f", value).canonicalText();
    return (result.settled() ? "" : UNSETTLED) + text;
  }

  static String normal(String expected) {
    boolean unsettled = expected.startsWith(UNSETTLED);
    String value = unsettled ? expected.substring(UNSETTLED.length()) : expected;
    String text = value.equals(ABSENT) ? ABSENT : field(value).canonicalText();
    return (unsettled ? UNSETTLED : "") + text;
  }
}
