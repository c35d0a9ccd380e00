package org.tidemark.console.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.console.review.Fields.field;
import static org.tidemark.console.review.Fields.settled;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tidemark.console.difference.Piece;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.resolve.Resolution;

class FieldChoiceTest {

  @Test
  void texts_areShownAndWrittenAsTheyStand() throws Exception {
    FieldChoice title = field("/title", "\"Milk\"", "\"Oat milk\"", null, "\"Oat milk\"");
    assertThat(title.isText()).isTrue();
    assertThat(shown(title, 1)).isEqualTo("Oat milk");
    assertThat(title.getSides().get(2).absent()).isTrue();
    title.setChoice(Choice.OTHER);
    title.setOther("110\r\nlitres");
    assertThat(title.value()).isEqualTo(new JsonString("110\nlitres"));
    title.setOther(null);
    assertThat(title.value()).isEqualTo(new JsonString(""));
  }

  @Test
  void valuesOfSeveralKinds_areJson_andTextsKeepTheirQuotationMarks() throws Exception {
    FieldChoice amount = field("/amount", "\"110\"", "110", "null", "110");
    assertThat(amount.isText()).isFalse();
    assertThat(shown(amount, 0)).isEqualTo("\"110\"");
    assertThat(shown(amount, 1)).isEqualTo("110");
    amount.setChoice(Choice.OTHER);
    amount.setOther("\"120\"");
    assertThat(amount.value()).isEqualTo(new JsonString("120"));
  }

  @Test
  void settledField_tellsWhatItBecame_andWhoseThatWas() throws Exception {
    FieldChoice mixed = settled("/a/b", new Became(3, "{\"a\":{\"b\":110}}", ""));
    assertThat(Objects.requireNonNull(mixed.getOutcome()).pieces().get(0).text()).isEqualTo("110");
    assertThat(mixed.getSides().stream().filter(mixed::isTaken).map(Side::choice))
        .containsExactly(Choice.CLIENT);

    FieldChoice deleted = settled("/a/b", new Became(3, null, ""));
    assertThat(Objects.requireNonNull(deleted.getOutcome()).absent()).isTrue();
    assertThat(deleted.getSides()).noneMatch(deleted::isTaken);

    FieldChoice open = field("/a/b", "100", "120", "110", "120");
    assertThat(open.getOutcome()).isNull();
    assertThat(open.getSides()).noneMatch(open::isTaken);
  }

  @Test
  void nestedValues_standOnLinesOfTheirOwn() throws Exception {
    FieldChoice to = field("/to", "{\"city\":\"Bonn\",\"lines\":[1,{}]}", "{}", "[]", "{}");
    assertThat(shown(to, 0))
        .isEqualTo("{\n  \"city\": \"Bonn\",\n  \"lines\": [\n    1,\n    {}\n  ]\n}");
    assertThat(shown(to, 1)).isEqualTo("{}");
    assertThat(shown(to, 2)).isEqualTo("[]");
  }

  @Test
  void longTexts_haveTheirChangedWordsMarked_shortOnesDoNot() throws Exception {
    String before = "\"Please deliver the parcel to the back door\"";
    FieldChoice text = field("/t", before, before.replace("back", "front"), before, before);
    assertThat(text.getSides().get(1).pieces().stream().map(Piece::kind))
        .containsExactly(Piece.Kind.SAME, Piece.Kind.REMOVED, Piece.Kind.ADDED, Piece.Kind.SAME);
    assertThat(text.getSides().get(2).same()).isTrue();
    assertThat(text.getSides().get(2).pieces()).hasSize(1);
    assertThat(field("/t", "\"Ulm\"", "\"Bonn\"", "\"Ulm\"", "\"Ulm\"").getSides().get(1).pieces())
        .hasSize(1);
  }

  @Test
  void veryLongText_isCut_andThereAsAWhole() throws Exception {
    String text = "word ".repeat(1_000);
    Side side = field("/t", "\"" + text + "\"", null, null, null).getSides().get(0);
    assertThat(side.pieces()).hasSize(2);
    assertThat(side.pieces().get(1).isCut()).isTrue();
    assertThat(side.whole()).isEqualTo(text);
  }

  @Test
  void choice_isTakenOver_whenTheSidesAreOthers() throws Exception {
    FieldChoice before = field("/a", "1", "2", "3", "2");
    before.setChoice(Choice.OTHER);
    before.setOther("7");
    FieldChoice fresh = field("/a", "1", "4", "3", "4");
    fresh.takeOver(before);
    assertThat(fresh.getChoice()).isEqualTo(Choice.OTHER);
    assertThat(fresh.getOther()).isEqualTo("7");
  }

  @Test
  void problems_stand_atTheirFields_andTheRestIsLeft() throws Exception {
    FieldChoice amount = field("/amount", "1", "2", "3", "2");
    FieldChoice to = field("/to", "{}", "{\"a\":1}", "{}", "{}");
    List<FieldChoice> fields = List.of(amount, to);
    List<String> left =
        Checks.place(
            List.of(
                new FieldProblem("/data/to/city", "must be there"),
                new FieldProblem("/data/total", "is too much"),
                new FieldProblem("/data", "is not right"),
                new FieldProblem("/data/to", "is odd")),
            fields);
    assertThat(amount.getProblem()).isNull();
    assertThat(to.getProblem()).isEqualTo("must be there; is odd");
    assertThat(left).containsExactly("/total: is too much", "is not right");
    assertThat(Checks.place(List.of(), fields)).isEmpty();
    assertThat(to.getProblem()).isNull();
  }

  @Test
  void whatAViewKeeps_canBePutAsideAndTakenBack() throws Exception {
    FieldChoice amount = field("/amount", "1", "2", "3", "2");
    amount.setChoice(Choice.OTHER);
    amount.setOther("7");
    amount.setPictures(
        List.of(new Picture(Choice.SERVER, "wall.png", "image/png", 3, true, "/media/1")));
    Preview preview =
        Preview.of(Resolution.MERGE, "{\"amount\":2}", "{\"amount\":7,\"lines\":[1]}");
    assertThat(again(amount)).usingRecursiveComparison().isEqualTo(amount);
    assertThat(again(preview)).isEqualTo(preview);
  }

  private static Object again(Serializable value) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }

  private static String shown(FieldChoice field, int side) {
    return field.getSides().get(side).pieces().stream()
        .map(Piece::text)
        .collect(Collectors.joining());
  }
}
