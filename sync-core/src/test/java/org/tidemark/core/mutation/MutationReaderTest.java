package org.tidemark.core.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.core.decide.Given.ANA;
import static org.tidemark.core.decide.Given.at;
import static org.tidemark.core.decide.Given.json;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.core.decide.Given;
import org.tidemark.core.json.JsonInput;
import org.tidemark.core.json.JsonNull;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.SpaceId;

/** What is a mutation, what is wrong with what is none, and what tells two apart. */
class MutationReaderTest {

  private static final int LIMIT_BYTES = 100;
  private static final MutationDraft GOOD =
      new MutationDraft(
          "m1",
          "UPSERT",
          "task",
          "t1",
          "demo",
          null,
          "2026-03-01T12:00:00Z",
          given("{'a':1}"),
          JsonInput.ABSENT,
          JsonInput.ABSENT,
          null,
          null);

  private static JsonInput given(String text) {
    return JsonInput.of(json(text));
  }

  /** Changes one member of the good draft. */
  private static MutationDraft with(String member, @Nullable Object value) {
    Map<String, @Nullable Object> all = new TreeMap<>();
    all.put(member, value);
    return new MutationDraft(
        text(all, "clientMutationId", GOOD.clientMutationId()),
        text(all, "operation", GOOD.operation()),
        text(all, "entityType", GOOD.entityType()),
        text(all, "id", GOOD.id()),
        text(all, "space", GOOD.space()),
        text(all, "previous", GOOD.previous()),
        text(all, "updatedAt", GOOD.updatedAt()),
        input(all, "data", GOOD.data()),
        input(all, "base", GOOD.base()),
        input(all, "fieldTimes", GOOD.fieldTimes()),
        all.get("baseVersion") instanceof Integer number ? number : GOOD.baseVersion(),
        all.get("sequence") instanceof Double number ? number : GOOD.sequence());
  }

  private static @Nullable String text(
      Map<String, @Nullable Object> all, String name, @Nullable String otherwise) {
    return all.containsKey(name) ? (String) all.get(name) : otherwise;
  }

  private static JsonInput input(
      Map<String, @Nullable Object> all, String name, JsonInput otherwise) {
    return all.get(name) instanceof JsonInput input ? input : otherwise;
  }

  private static MutationReading read(MutationDraft draft) {
    return MutationReader.read(ANA, draft, LIMIT_BYTES);
  }

  private static Rejection refusal(MutationDraft draft) {
    if (read(draft) instanceof MutationReading.Invalid invalid) {
      return invalid.rejection();
    }
    throw new AssertionError("accepted: " + draft);
  }

  @Test
  void read_goodDraft_isTheMutation() {
    assertThat(read(GOOD))
        .isEqualTo(
            new MutationReading.Valid(
                new Mutation(
                    ANA,
                    new MutationId("m1"),
                    Operation.UPSERT,
                    Given.KEY,
                    Given.doc("{'a':1}"),
                    null,
                    null,
                    null,
                    at(0),
                    Collections.emptySortedMap(),
                    null)));
  }

  @Test
  void read_thousandBadFieldTimes_namesOnlyTheFirst() {
    StringBuilder times = new StringBuilder("{'a':1");
    for (int i = 0; i < 1_000; i++) {
      times.append(",'a").append(i).append("':1");
    }
    MutationDraft bad = with("fieldTimes", given(times.append('}').toString()));
    MutationReading.Invalid reading =
        (MutationReading.Invalid) MutationReader.read(ANA, bad, 1 << 20);
    Rejection refusal = reading.rejection();

    assertThat(refusal.fields()).hasSize(MutationReader.MOST_PROBLEMS);
    assertThat(refusal.message()).hasSizeLessThan(5_000);
  }

  @Test
  void read_badNameOfManyCharacters_isShortenedBetweenTwoOfThem() {
    String name = String.join("", Collections.nCopies(1_000, "\ud83c\udf00"));
    for (String longName : new String[] {name, "x" + name}) {
      JsonInput invalid = new JsonInput.Invalid("/~1" + longName, "is bad");
      Rejection refusal = refusal(with("fieldTimes", invalid));

      String path = refusal.fields().get(0).path();
      assertThat(path).startsWith("/fieldTimes/~1").endsWith("\ud83c\udf00…");
      assertThat(path).hasSizeLessThanOrEqualTo(257);
    }
  }

  static Stream<Arguments> bad() {
    String longName = String.join("", Collections.nCopies(129, "x"));
    String longData = "{'a':'" + String.join("", Collections.nCopies(100, "x")) + "'}";
    return Stream.of(
        Arguments.of("clientMutationId", "", "/clientMutationId", "empty"),
        Arguments.of("clientMutationId", longName, "/clientMutationId", "128"),
        Arguments.of("operation", null, "/operation", "required"),
        Arguments.of("operation", "upsert", "/operation", "UPSERT or DELETE"),
        Arguments.of("entityType", null, "/entityType", "required"),
        Arguments.of("entityType", "no type", "/entityType", "letters"),
        Arguments.of("id", null, "/id", "required"),
        Arguments.of("id", "\u0000", "/id", "control"),
        Arguments.of("space", null, "/space", "required"),
        Arguments.of("space", "\ud800", "/space", "surrogate"),
        Arguments.of("previous", "", "/previous", "empty"),
        Arguments.of("previous", "m1", "/previous", "itself"),
        Arguments.of("updatedAt", null, "/updatedAt", "required"),
        Arguments.of("updatedAt", "yesterday", "/updatedAt", "RFC 3339"),
        Arguments.of("data", JsonInput.ABSENT, "/data", "required for UPSERT"),
        Arguments.of("data", JsonInput.of(JsonNull.INSTANCE), "/data", "required for UPSERT"),
        Arguments.of("data", given("[]"), "/data", "object"),
        Arguments.of("data", given("'x'"), "/data", "object"),
        Arguments.of("data", new JsonInput.Invalid("/x", "is bad"), "/data/x", "is bad"),
        Arguments.of("data", given(longData), "/data", "100 bytes"),
        Arguments.of("base", given("1"), "/base", "object"),
        Arguments.of("base", given(longData), "/base", "100 bytes"),
        Arguments.of("baseVersion", 0, "/baseVersion", "at least 1"),
        Arguments.of("baseVersion", -1, "/baseVersion", "at least 1"),
        Arguments.of("sequence", 1.5, "/sequence", "whole"),
        Arguments.of("sequence", -1.0, "/sequence", "whole"),
        Arguments.of("sequence", 9007199254740992d, "/sequence", "whole"),
        Arguments.of("sequence", Double.NaN, "/sequence", "whole"),
        Arguments.of("sequence", Double.POSITIVE_INFINITY, "/sequence", "whole"),
        Arguments.of("fieldTimes", given("[]"), "/fieldTimes", "object"),
        Arguments.of("fieldTimes", given(longData), "/fieldTimes", "100 bytes"),
        Arguments.of("fieldTimes", new JsonInput.Invalid("", "is bad"), "/fieldTimes", "is bad"),
        Arguments.of(
            "fieldTimes", given("{'a':'2026-03-01T12:00:00Z'}"), "/fieldTimes/a", "pointer"),
        Arguments.of(
            "fieldTimes",
            given("{'/a/b':'2026-03-01T12:00:00Z'}"),
            "/fieldTimes/~1a~1b",
            "top-level"),
        Arguments.of("fieldTimes", given("{'/a':'x'}"), "/fieldTimes/~1a", "RFC 3339"),
        Arguments.of("fieldTimes", given("{'/a':5}"), "/fieldTimes/~1a", "RFC 3339"));
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("bad")
  void read_badMember_isNamed(String member, @Nullable Object value, String path, String words) {
    Rejection rejection = refusal(with(member, value));

    assertThat(rejection.category()).isEqualTo(ErrorCategory.VALIDATION);
    assertThat(rejection.retryable()).isFalse();
    assertThat(rejection.fields()).hasSize(1);
    assertThat(rejection.fields().get(0).path()).isEqualTo(path);
    assertThat(rejection.fields().get(0).message()).contains(words);
  }

  @Test
  void read_tooLargeAlone_hasItsOwnCode() {
    String data = "{'a':'" + String.join("", Collections.nCopies(100, "\u20ac")) + "'}";

    assertThat(refusal(with("data", given(data))).code()).isEqualTo("DATA_TOO_LARGE");
    assertThat(refusal(with("operation", null)).code()).isEqualTo("INVALID_MUTATION");
  }

  @Test
  void read_dataOfExactlyTheLimit_isAccepted() {
    String data = "{'a':'" + String.join("", Collections.nCopies(92, "x")) + "'}";

    assertThat(read(with("data", given(data)))).isInstanceOf(MutationReading.Valid.class);
  }

  @Test
  void read_severalProblems_areAllListed() {
    MutationDraft draft =
        new MutationDraft(
            "",
            null,
            null,
            null,
            null,
            null,
            null,
            JsonInput.ABSENT,
            given("1"),
            given("1"),
            0,
            0.5);

    assertThat(refusal(draft).fields())
        .extracting(FieldProblem::path)
        .containsExactly(
            "/clientMutationId",
            "/entityType",
            "/id",
            "/space",
            "/operation",
            "/base",
            "/updatedAt",
            "/fieldTimes",
            "/baseVersion",
            "/sequence");
    assertThat(refusal(draft).message()).contains("/operation is required");
  }

  @Test
  void read_deleteWithData_isRefused_butNullIsNone() {
    MutationDraft deletion =
        new MutationDraft(
            "m1",
            "DELETE",
            "task",
            "t1",
            "demo",
            null,
            "2026-03-01T12:00:00Z",
            given("{}"),
            JsonInput.ABSENT,
            JsonInput.ABSENT,
            2,
            7.0);
    MutationDraft withNull =
        new MutationDraft(
            "m1",
            "DELETE",
            "task",
            "t1",
            "demo",
            "m0",
            "2026-03-01T12:00:00Z",
            given("null"),
            given("null"),
            given("{'/a':'2026-03-01T12:00:00.0019Z'}"),
            2,
            7.0);

    assertThat(refusal(deletion).fields().get(0).path()).isEqualTo("/data");
    assertThat(read(withNull))
        .isInstanceOfSatisfying(
            MutationReading.Valid.class,
            valid -> {
              assertThat(valid.mutation().isDelete()).isTrue();
              assertThat(valid.mutation().sequence()).isEqualTo(7L);
              assertThat(valid.mutation().fieldTimes()).containsEntry("/a", at(1));
            });
  }

  static Stream<Arguments> members() {
    return Stream.of(
        Arguments.of("clientMutationId", "m2"),
        Arguments.of("operation", "DELETE"),
        Arguments.of("entityType", "note"),
        Arguments.of("id", "t2"),
        Arguments.of("space", "other"),
        Arguments.of("previous", "m0"),
        Arguments.of("updatedAt", "2026-03-01T12:00:00.000Z"),
        Arguments.of("data", given("{'a':2}")),
        Arguments.of("data", new JsonInput.Invalid("", "is bad")),
        Arguments.of("base", given("{}")),
        Arguments.of("fieldTimes", given("{}")),
        Arguments.of("baseVersion", 1),
        Arguments.of("sequence", 1.0));
  }

  @ParameterizedTest
  @MethodSource("members")
  void fingerprint_anyMemberChanged_isAnother(String member, Object value) {
    assertThat(Fingerprint.of(with(member, value))).isNotEqualTo(Fingerprint.of(GOOD));
  }

  @Test
  void fingerprint_sameMeaning_isTheSame() {
    assertThat(Fingerprint.of(with("data", given("{ 'a' : 1.0 }"))))
        .isEqualTo(Fingerprint.of(GOOD));
    assertThat(Fingerprint.of(with("base", given("null")))).isEqualTo(Fingerprint.of(GOOD));
    assertThat(Fingerprint.of(with("space", null).withSpace(new SpaceId("demo"))))
        .isEqualTo(Fingerprint.of(GOOD));
  }

  @Test
  void fingerprint_invalidInput_isNotThatOfAValidOneThatLooksLikeIt() {
    Fingerprint invalid = Fingerprint.of(with("data", new JsonInput.Invalid("/a", "is bad")));

    assertThat(invalid)
        .isNotEqualTo(Fingerprint.of(with("data", new JsonInput.Invalid("/b", "is bad"))))
        .isNotEqualTo(Fingerprint.of(with("data", JsonInput.of(JsonNumber.of(0)))));
  }

  @Test
  void fingerprint_bytes_makeItAgain() {
    Fingerprint fingerprint = Fingerprint.of(GOOD);

    assertThat(Fingerprint.ofBytes(fingerprint.bytes()))
        .isEqualTo(fingerprint)
        .hasSameHashCodeAs(fingerprint)
        .hasToString(fingerprint.toString());
    assertThat(fingerprint.toString()).hasSize(64);
  }

  @Test
  void rejections_haveStableCodesAndAreNeverRetryable() {
    assertThat(
            Stream.of(
                Rejections.clientIdTaken(),
                Rejections.spaceForbidden(new SpaceId("demo")),
                Rejections.conflictClosed(),
                Rejections.conflictUnknown(),
                Rejections.mutationExpired(5),
                Rejections.mutationIdReused(new MutationId("m")),
                Rejections.recordUnknown(Given.KEY),
                Rejections.unknownEntityType(Given.TYPE),
                Rejections.schemaViolation(Collections.emptyList())))
        .allMatch(rejection -> !rejection.retryable())
        .extracting(rejection -> rejection.code() + " " + rejection.category())
        .containsExactly(
            "CLIENT_ID_TAKEN AUTH",
            "SPACE_FORBIDDEN AUTH",
            "CONFLICT_CLOSED CONFLICT",
            "CONFLICT_UNKNOWN VALIDATION",
            "MUTATION_EXPIRED VALIDATION",
            "MUTATION_ID_REUSED VALIDATION",
            "RECORD_UNKNOWN VALIDATION",
            "UNKNOWN_ENTITY_TYPE VALIDATION",
            "SCHEMA_VIOLATION VALIDATION");
  }
}
