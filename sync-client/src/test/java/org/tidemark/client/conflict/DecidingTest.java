package org.tidemark.client.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.ConflictType;
import org.tidemark.core.decide.FieldConflict;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;

/** What a choice makes of a record, where one side has deleted it. */
class DecidingTest {

  private static final JsonObject DATA =
      JsonObject.EMPTY.with("text", new JsonString("mine")).with("title", new JsonString("Milk"));

  /** A conflict of which one side has deleted the record. */
  private static Conflict deleted(Side side, @Nullable Document suggested) {
    Document kept = Document.of(DATA);
    boolean isServer = side == Side.SERVER;
    return new Conflict(
        ConflictType.DELETE_EDIT,
        isServer ? null : kept,
        isServer ? kept : null,
        kept,
        2,
        1,
        Instant.EPOCH,
        Instant.EPOCH,
        Instant.EPOCH,
        List.of(field("/text", "mine", isServer), field("/title", "Milk", isServer)),
        suggested,
        "");
  }

  private static FieldConflict field(String path, String value, boolean isServerDeleted) {
    JsonString kept = new JsonString(value);
    return new FieldConflict(
        path, kept, isServerDeleted ? null : kept, isServerDeleted ? kept : null, null, false);
  }

  private static Side other(Side side) {
    return side == Side.SERVER ? Side.LOCAL : Side.SERVER;
  }

  private static Choice both(Side text, Side title) {
    return Choice.fields(Map.of("/text", text, "/title", title));
  }

  @ParameterizedTest
  @EnumSource(names = {"LOCAL", "SERVER"})
  void allFieldsOfTheDeletedSide_deletes_andMakesNoEmptyRecord(Side deleted) {
    for (Document suggested : new @Nullable Document[] {null, Document.of(DATA)}) {
      assertThat(Deciding.data(both(deleted, deleted), deleted(deleted, suggested))).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LOCAL", "SERVER"})
  void allFieldsOfTheOtherSide_keepsTheRecordWhole(Side deleted) {
    Side kept = other(deleted);

    assertThat(Deciding.data(both(kept, kept), deleted(deleted, null)))
        .isEqualTo(Document.of(DATA));
  }

  @ParameterizedTest
  @EnumSource(names = {"LOCAL", "SERVER"})
  void nothingNamed_goesAsSuggested(Side deleted) {
    Choice untouched = Choice.fields(Map.of());

    assertThat(Deciding.data(untouched, deleted(deleted, null))).isNull();
    assertThat(Deciding.data(untouched, deleted(deleted, Document.of(DATA))))
        .isEqualTo(Document.of(DATA));
  }

  @ParameterizedTest
  @EnumSource(names = {"LOCAL", "SERVER"})
  void oneFieldOfTheDeletedSide_leavesTheOthersAsSuggested(Side deleted) {
    assertThat(Deciding.data(Choice.field("/text", deleted), deleted(deleted, Document.of(DATA))))
        .hasToString("{\"title\":\"Milk\"}");
    assertThat(Deciding.data(Choice.field("/text", deleted), deleted(deleted, null))).isNull();
  }

  @Test
  void aValueOfAPersonsOwn_makesARecord_whateverWasDeleted() {
    Choice own = Choice.fields(Map.of("/title", Side.SERVER), Map.of("/text", new JsonString("x")));

    assertThat(Deciding.data(own, deleted(Side.SERVER, null))).hasToString("{\"text\":\"x\"}");
  }
}
