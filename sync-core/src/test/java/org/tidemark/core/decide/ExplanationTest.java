package org.tidemark.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTest {

  @ParameterizedTest
  @ValueSource(strings = {"4", "9/SERVER_MERGE/unsettled", "5/DELETE"})
  void sentence_ofAPrintedOne_hasNoRow(String row) {
    String printed = new Explanation(row, "both sides: changed\nit.").toString();
    assertThat(Explanation.sentence(printed)).isEqualTo("Both sides: changed\nit.");
  }

  @Test
  void sentence_ofWordsWithoutARow_isTheWords() {
    assertThat(Explanation.sentence("the other way")).isEqualTo("the other way");
  }
}
