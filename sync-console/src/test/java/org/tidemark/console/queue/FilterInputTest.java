package org.tidemark.console.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
}
