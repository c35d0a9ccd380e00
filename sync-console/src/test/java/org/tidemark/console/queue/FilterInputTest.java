package org.tidemark.console.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.core.decide.ConflictType;
import org.tidemark.server.review.boundary.QueueFilter;

class FilterInputTest {

  @ParameterizedTest
  @CsvSource({"amount,/amount", "' to/city ',/to/city", "/amount,/amount"})
  void field_withOrWithoutItsSlash_isAPointer(String typed, String pointer) {
    FilterInput input = new FilterInput();
    input.setField(typed);
    assertThat(input.filter().field()).isEqualTo(pointer);
    assertThat(input.getField()).isEqualTo(typed);
  }

  @Test
  void fields_leftEmpty_filterNothing() {
    FilterInput input = new FilterInput();
    input.setField(" ");
    input.setText("");
    assertThat(input.filter()).isEqualTo(QueueFilter.ALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "abc", "87601", "1.5", "999999"})
  void hoursThatAreNone_areToldOf_andFilterNothing(String typed) {
    FilterInput input = new FilterInput();
    input.setHours(typed);
    assertThat(input.unreadable())
        .containsExactly(new FilterInput.Unreadable("queue.noHours", typed));
    assertThat(input.filter()).isEqualTo(QueueFilter.ALL);
  }

  @Test
  void kindThatIsNone_isToldOf_besideTheHours() {
    FilterInput input = new FilterInput();
    input.setKind("field");
    input.setHours("x");
    assertThat(input.unreadable())
        .extracting(FilterInput.Unreadable::value)
        .containsExactly("field", "x");
  }

  @Test
  void whatCanBeRead_isNotToldOf() {
    FilterInput input = new FilterInput();
    input.setKind("FIELD");
    input.setHours(" 87600 ");
    assertThat(input.unreadable()).isEmpty();
    assertThat(input.filter().olderThanHours()).isEqualTo(87_600);
    assertThat(input.filter().kind()).isEqualTo(ConflictType.FIELD);
  }
}
