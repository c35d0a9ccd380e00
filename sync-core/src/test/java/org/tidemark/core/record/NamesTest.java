package org.tidemark.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Identifiers, keys, and the times of fields. */
class NamesTest {

  private static final Instant T = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"a", "~ana", "a b", "\ud83d\ude00", "\u00e9/..;"})
  void recordId_anyPrintableText_isAccepted(String value) {
    assertThat(RecordId.problem(value)).isNull();
    assertThat(new RecordId(value).toString()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb", "\u0000", "\u007f", "\ud800", "a\udc00", "\ud83d"})
  void recordId_otherText_saysWhatIsWrong(String value) {
    assertThat(RecordId.problem(value)).startsWith("must");
    assertThat(ClientId.problem(value)).isEqualTo(RecordId.problem(value));
    assertThat(MutationId.problem(value)).isEqualTo(RecordId.problem(value));
    assertThat(SpaceId.problem(value)).isEqualTo(RecordId.problem(value));
    assertThatThrownBy(() -> new RecordId(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void recordId_atTheLimitOfLength() {
    String longest = String.join("", Collections.nCopies(128, "x"));
    assertThat(RecordId.problem(longest)).isNull();
    assertThat(RecordId.problem(longest + "x")).contains("128");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "_a", "a b", "a/b", "\u00e9", "a\u0000"})
  void entityType_otherText_isRefused(String value) {
    assertThat(EntityType.problem(value)).isNotNull();
    assertThatThrownBy(() -> new EntityType(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void entityType_lettersDigitsAndMarks_isAccepted() {
    assertThat(EntityType.problem("Comment_thread.v2-x")).isNull();
    assertThat(EntityType.problem("a" + String.join("", Collections.nCopies(63, "b")))).isNull();
    assertThat(EntityType.problem("a" + String.join("", Collections.nCopies(64, "b")))).isNotNull();
  }

  @Test
  void personal_user_isMarked() {
    assertThat(SpaceId.personal("ana").value()).isEqualTo("~ana");
  }

  @Test
  void recordKey_order_isBySpaceThenTypeThenId() {
    List<RecordKey> keys =
        List.of(key("b", "a", "a"), key("a", "b", "a"), key("a", "a", "b"), key("a", "a", "a"));

    assertThat(keys.stream().sorted().collect(Collectors.toList()))
        .containsExactly(
            key("a", "a", "a"), key("a", "a", "b"), key("a", "b", "a"), key("b", "a", "a"));
  }

  private static RecordKey key(String space, String type, String id) {
    return new RecordKey(new SpaceId(space), new EntityType(type), new RecordId(id));
  }

  @Test
  void fieldTimes_uniformAtTheFallback_haveNoText() {
    assertThat(FieldTimes.uniform(T).text(T)).isNull();
    assertThat(FieldTimes.parse(null, T)).isEqualTo(FieldTimes.uniform(T));
  }

  @Test
  void fieldTimes_otherwise_readBackFromTheirText() {
    FieldTimes times =
        FieldTimes.uniform(T).stamp(Map.of("/title", T.plusMillis(5), "/a~1b", T.minusMillis(3)));

    assertThat(times.of("/title")).isEqualTo(T.plusMillis(5));
    assertThat(times.of("/other")).isEqualTo(T);
    assertThat(FieldTimes.parse(times.text(T), T)).isEqualTo(times);
    assertThat(FieldTimes.parse(times.text(T.plusMillis(9)), T.plusMillis(9))).isEqualTo(times);
    assertThat(FieldTimes.parse(FieldTimes.uniform(T).text(T.plusMillis(9)), T.plusMillis(9)))
        .isEqualTo(FieldTimes.uniform(T));
  }

  @Test
  void fieldTimes_stampedBackToTheRest_areUniform() {
    FieldTimes times = FieldTimes.uniform(T).stamp(Map.of("/a", T.plusMillis(5)));

    assertThat(times.stamp(Map.of("/a", T))).isEqualTo(FieldTimes.uniform(T));
    assertThat(new FieldTimes(T, new TreeMap<>(Map.of("/a", T)))).isEqualTo(FieldTimes.uniform(T));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{", "{\"/a\":\"x\"}"})
  void fieldTimes_otherText_isADefect(String text) {
    assertThatThrownBy(() -> FieldTimes.parse(text, T))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void recordState_liveWithoutData_isADefect() {
    ClientId writer = new ClientId("c");
    FieldTimes times = FieldTimes.uniform(T);
    assertThatThrownBy(() -> new RecordState(1, T, false, null, times, writer))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RecordState.tombstone(0, T, writer))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
