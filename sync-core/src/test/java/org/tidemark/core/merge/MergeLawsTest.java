package org.tidemark.core.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.core.decide.Given.BY_FIELD;
import static org.tidemark.core.decide.Given.MERGE;
import static org.tidemark.core.decide.Given.json;
import static org.tidemark.core.decide.Given.with;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.decide.Verdict;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.merge.Server.Edit;
import org.tidemark.core.policy.FieldRule;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.record.FieldTimes;
import org.tidemark.core.record.RecordState;

/** The laws of merging: over all small states, and over many random ones from a seed. */
class MergeLawsTest {

  private static final List<@Nullable Json> NUMBERS = values("-", "-1", "0", "1", "2.5", "null");
  private static final List<@Nullable Json> LISTS =
      values("-", "[]", "[1]", "[2]", "[1,1]", "[1,2]", "[2,1]", "[1,3]", "[1,2,3]");
  private static final List<@Nullable Json> THINGS =
      values(
          "[]",
          "[{'id':'a','n':1}]",
          "[{'id':'a','n':2}]",
          "[{'id':'b','n':1}]",
          "[{'id':'a','n':1},{'id':'b','n':1}]",
          "[{'id':'b','n':3},{'id':'a','n':1}]",
          "[{'id':'a','n':1},7]");

  private static List<@Nullable Json> values(String... texts) {
    return Stream.of(texts)
        .map(text -> text.equals("-") ? null : json(text))
        .collect(Collectors.toList());
  }

  @ParameterizedTest
  @EnumSource(
      value = FieldRule.class,
      names = {"SUM", "MAX", "MIN"})
  void twoEdits_ofNumbersInEitherOrder_giveTheSame(FieldRule rule) {
    bothOrders(with(MERGE, "/f", rule), NUMBERS, value -> value);
  }

  @Test
  void twoEdits_ofUnionInEitherOrder_giveTheSameSet() {
    MergePolicy policy = with(MERGE, "/f", FieldRule.UNION);
    bothOrders(policy, LISTS, MergeLawsTest::asSet);
    bothOrders(policy, THINGS, MergeLawsTest::asSet);
  }

  @Test
  void twoEdits_ofAppendInEitherOrder_giveTheSameElements() {
    MergePolicy policy = with(MERGE, "/f", FieldRule.APPEND);
    bothOrders(policy, LISTS, MergeLawsTest::asMultiset);
    bothOrders(policy, THINGS, MergeLawsTest::asMultiset);
  }

  private interface View {
    @Nullable Object of(@Nullable Json value);
  }

  private static Object asSet(@Nullable Json value) {
    return value instanceof JsonArray array ? new HashSet<>(array.elements()) : "" + value;
  }

  private static Object asMultiset(@Nullable Json value) {
    if (!(value instanceof JsonArray array)) {
      return "" + value;
    }
    Map<Json, Integer> counts = new HashMap<>();
    array.elements().forEach(element -> counts.merge(element, 1, Integer::sum));
    return counts;
  }

  private static void bothOrders(MergePolicy policy, List<@Nullable Json> domain, View view) {
    for (Json base : domain) {
      for (Json ana : domain) {
        for (Json ben : domain) {
          for (long[] times : new long[][] {{1, 2}, {2, 1}, {1, 1}}) {
            Edit first = Edit.of("ana", field(ana), 1, times[0]);
            Edit second = Edit.of("ben", field(ben), 1, times[1]);
            Server one = Server.with(policy, field(base));
            Server other = Server.with(policy, field(base));
            one.push(first);
            SyncStatus late = one.push(second).status();
            other.push(second);
            SyncStatus early = other.push(first).status();

            String as = base + " to " + ana + " and " + ben;
            assertThat(early == SyncStatus.CONFLICT).as(as).isEqualTo(late == SyncStatus.CONFLICT);
            if (late != SyncStatus.CONFLICT) {
              assertThat(view.of(one.data().get("f")))
                  .as(as)
                  .isEqualTo(view.of(other.data().get("f")));
              assertThat(times(one)).as(as).isEqualTo(times(other));
            }
          }
        }
      }
    }
  }

  private static JsonObject field(@Nullable Json value) {
    return value == null ? JsonObject.EMPTY : JsonObject.EMPTY.with("f", value);
  }

  private static @Nullable FieldTimes times(Server server) {
    RecordState state = server.state();
    return state == null ? null : state.fieldTimes();
  }

  @Test
  void randomEdits_inEitherOrder_giveTheSame() {
    long seed = 42;
    Random random = new Random(seed);
    MergePolicy policy = MERGE;
    policy = with(policy, "/max", FieldRule.MAX);
    policy = with(policy, "/min", FieldRule.MIN);
    policy = with(policy, "/set", FieldRule.UNION);
    policy = with(policy, "/o/max", FieldRule.MAX);
    for (int run = 0; run < 5000; run++) {
      JsonObject base = record(random);
      Edit ana = Edit.of("ana", edited(base, random), 1, 1 + random.nextInt(3));
      Edit ben = Edit.of("ben", edited(base, random), 1, 1 + random.nextInt(3));
      Server one = Server.with(policy, base);
      Server other = Server.with(policy, base);
      one.push(ana);
      Verdict late = one.push(ben);
      other.push(ben);
      Verdict early = other.push(ana);

      assertThat(late.status() == SyncStatus.CONFLICT)
          .as("seed %d, run %d", seed, run)
          .isEqualTo(early.status() == SyncStatus.CONFLICT);
      if (late.status() != SyncStatus.CONFLICT) {
        assertThat(unordered(one.data()))
            .as("seed %d, run %d", seed, run)
            .isEqualTo(unordered(other.data()));
      }
    }
  }

  private static JsonObject record(Random random) {
    JsonObject inner = JsonObject.EMPTY.with("n", number(random)).with("max", number(random));
    return JsonObject.EMPTY
        .with("n", number(random))
        .with("max", number(random))
        .with("min", number(random))
        .with("set", list(random))
        .with("list", list(random))
        .with("o", inner)
        .with("text", new JsonString("" + random.nextInt(3)));
  }

  private static JsonObject edited(JsonObject base, Random random) {
    JsonObject edited = base;
    JsonObject other = record(random);
    for (String name : base.members().keySet()) {
      Json value = other.get(name);
      if (value != null && random.nextInt(3) == 0) {
        edited = edited.with(name, value);
      }
    }
    return edited;
  }

  private static JsonNumber number(Random random) {
    return JsonNumber.of(random.nextInt(5));
  }

  private static JsonArray list(Random random) {
    List<Json> elements = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      elements.add(number(random));
    }
    return new JsonArray(elements);
  }

  private static Map<String, Object> unordered(JsonObject data) {
    Map<String, Object> view = new TreeMap<>();
    data.members()
        .forEach(
            (name, value) -> view.put(name, name.equals("set") ? asSet(value) : asMultiset(value)));
    return view;
  }

  @Test
  void threeEditsByField_inAnyOrderOfArrival_giveTheSame() {
    List<@Nullable Json> values = values("-", "0", "1");
    List<JsonObject> states = new ArrayList<>();
    for (Json a : values) {
      for (Json b : values) {
        JsonObject state = a == null ? JsonObject.EMPTY : JsonObject.EMPTY.with("a", a);
        states.add(b == null ? state : state.with("b", b));
      }
    }
    JsonObject base = JsonObject.EMPTY.with("a", JsonNumber.of(0));
    for (JsonObject ana : states) {
      for (JsonObject ben : states) {
        for (JsonObject cleo : states) {
          anyOrder(
              base,
              List.of(
                  Edit.of("ana", ana, 1, 1),
                  Edit.of("ben", ben, 1, 2),
                  Edit.of("cleo", cleo, 1, 3)),
              "all small states");
        }
      }
    }
  }

  @Test
  void randomEditsByField_inAnyOrderOfArrival_giveTheSame() {
    long seed = 4711;
    Random random = new Random(seed);
    for (int run = 0; run < 400; run++) {
      JsonObject base = record(random);
      List<Edit> edits = new ArrayList<>();
      for (int i = 1; i <= 4; i++) {
        Edit edit = Edit.of("client-" + i, edited(base, random), 1, 100 + i);
        edits.add(random.nextBoolean() ? edit : edit.fieldTime("/n", 10 + i));
      }
      anyOrder(base, edits, "seed " + seed + ", run " + run);
    }
  }

  private static void anyOrder(JsonObject base, List<Edit> edits, String as) {
    JsonObject expected = null;
    FieldTimes times = null;
    for (List<Edit> order : orders(edits)) {
      Server server = Server.with(BY_FIELD, base);
      for (Edit edit : order) {
        assertThat(server.push(edit).status()).as(as).isNotEqualTo(SyncStatus.CONFLICT);
      }
      if (expected == null) {
        expected = server.data();
        times = times(server);
      }
      assertThat(server.data()).as("%s: %s", as, order).isEqualTo(expected);
      assertThat(times(server)).as("%s: %s", as, order).isEqualTo(times);
    }
  }

  private static <T> List<List<T>> orders(List<T> all) {
    if (all.isEmpty()) {
      return Collections.singletonList(Collections.emptyList());
    }
    List<List<T>> orders = new ArrayList<>();
    for (T first : all) {
      List<T> rest = new ArrayList<>(all);
      rest.remove(first);
      for (List<T> order : orders(rest)) {
        List<T> whole = new ArrayList<>();
        whole.add(first);
        whole.addAll(order);
        orders.add(whole);
      }
    }
    return orders;
  }

  @Test
  void sameMutationTwice_changesNothing() {
    for (MergePolicy policy : List.of(MERGE, BY_FIELD, with(MERGE, "/f", FieldRule.UNION))) {
      Server server = Server.with(policy, field(json("[1]")));
      server.push(Edit.of("ben", field(json("[1,2]")), 1, 5));
      Edit edit = Edit.of("ana", field(json("[1,3]")), 1, 6);
      Verdict first = server.push(edit);
      RecordState after = server.state();

      assertThat(server.push(edit)).isEqualTo(first);
      assertThat(server.state()).isEqualTo(after);
    }
  }

  @Test
  void sameWriteAgainAfterItsReceiptIsGone_changesNothing() {
    for (MergePolicy policy : List.of(MERGE, BY_FIELD)) {
      Server server = Server.with(policy, field(json("1")));
      Edit edit = Edit.of("ana", field(json("2")), 1, 6);
      server.push(edit);
      RecordState after = server.state();
      Edit again =
          new Edit(edit.client(), "another-id", edit.data(), 1, null, edit.at(), edit.fieldTimes());

      assertThat(server.push(again).status()).isEqualTo(SyncStatus.APPLIED);
      assertThat(server.state()).isEqualTo(after);
    }
  }
}
