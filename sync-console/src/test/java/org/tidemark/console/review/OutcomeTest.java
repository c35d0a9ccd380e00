package org.tidemark.console.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tidemark.console.review.Fields.field;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.core.json.Document;

class OutcomeTest {

  @Test
  void choice_ofEachSide_isItsValue() throws Exception {
    FieldChoice amount = field("/amount", "1", "2", "3", "2");
    assertThat(with(amount, Choice.SERVER)).isEqualTo("{\"amount\":2,\"kept\":true}");
    assertThat(with(amount, Choice.CLIENT)).isEqualTo("{\"amount\":3,\"kept\":true}");
    assertThat(with(amount, Choice.BASE)).isEqualTo("{\"amount\":1,\"kept\":true}");
    amount.setOther("{\"deep\":[1]}");
    assertThat(with(amount, Choice.OTHER)).isEqualTo("{\"amount\":{\"deep\":[1]},\"kept\":true}");
  }

  @Test
  void absentSide_takesTheFieldAway() throws Exception {
    FieldChoice amount = field("/amount", "1", null, "3", null);
    assertThat(with(amount, Choice.SERVER)).isEqualTo("{\"kept\":true}");
  }

  @Test
  void nestedField_leavesItsNeighbours() throws Exception {
    FieldChoice city = field("/address/city", "\"A\"", "\"B\"", "\"C\"", "\"C\"");
    Document from = Document.ofCanonical("{\"address\":{\"city\":\"B\",\"zip\":\"1\"}}");
    city.setChoice(Choice.CLIENT);
    assertThat(Outcome.of(from, List.of(city)).canonicalText())
        .isEqualTo("{\"address\":{\"city\":\"C\",\"zip\":\"1\"}}");
  }

  @Test
  void firstChoice_isTheSuggestion() throws Exception {
    assertThat(field("/a", "1", "2", "3", "2").getChoice()).isEqualTo(Choice.SERVER);
    assertThat(field("/a", "1", "2", "3", "3").getChoice()).isEqualTo(Choice.CLIENT);
    FieldChoice sum = field("/a", "1", "2", "3", "4");
    assertThat(sum.getChoice()).isEqualTo(Choice.OTHER);
    assertThat(sum.getOther()).isEqualTo("4");
  }

  /** Where the page has been looked at and no more, what would be lost is what stays. */
  @Test
  void firstChoice_ofARecordThatOneSideDeleted_isTheOther_andNoneIsSuggested() throws Exception {
    FieldChoice onServer = Fields.deleted("/a", null, "3", Choice.SERVER);
    assertThat(onServer.getChoice()).isEqualTo(Choice.CLIENT);
    FieldChoice onDevice = Fields.deleted("/a", "2", null, Choice.CLIENT);
    assertThat(onDevice.getChoice()).isEqualTo(Choice.SERVER);
    assertThat(onServer.isSuggestedMix()).isFalse();
    assertThat(onServer.getSides()).noneMatch(Side::suggested);
  }

  @Test
  void writtenValue_thatIsNoJson_isNamedByItsField() throws Exception {
    FieldChoice amount = field("/amount", "1", "2", "3", "2");
    amount.setOther("one hundred");
    assertThatThrownBy(() -> with(amount, Choice.OTHER))
        .isInstanceOfSatisfying(
            Outcome.NotReadable.class, failure -> assertThat(failure.path()).isEqualTo("/amount"));
  }

  @ParameterizedTest
  @CsvSource({
    "ten, review.notANumber",
    "1e, review.notANumber",
    "1e99999, review.numberTooLarge",
    "1e99999999999, review.numberTooLarge"
  })
  void writtenNumber_thatIsNone_orTooLarge_isToldApart(String written, String why)
      throws Exception {
    FieldChoice amount = field("/amount", "1", "2", "3", "2");
    amount.setOther(written);
    assertThatThrownBy(() -> with(amount, Choice.OTHER))
        .isInstanceOfSatisfying(
            Outcome.NotReadable.class, failure -> assertThat(failure.why()).isEqualTo(why));
  }

  @Test
  void fieldWithinAList_isNamed_andTheListStays() throws Exception {
    FieldChoice first = field("/amount/0", "1", "2", "3", "3");
    Document list = Document.ofCanonical("{\"amount\":[1,2]}");
    assertThatThrownBy(() -> Outcome.of(list, List.of(first)))
        .isInstanceOfSatisfying(
            Outcome.NotReadable.class,
            failure -> assertThat(failure.path()).isEqualTo("/amount/0"));
  }

  private static String with(FieldChoice field, Choice choice) throws Outcome.NotReadable {
    field.setChoice(choice);
    Document from = Document.ofCanonical("{\"amount\":2,\"kept\":true}");
    return Outcome.of(from, List.of(field)).canonicalText();
  }
}
