package org.tidemark.console.difference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferencesTest {

  @Test
  void objects_areComparedFieldByField_alsoInside() {
    assertThat(
            Differences.betweenTexts(
                "{\"a\":1,\"gone\":true,\"in\":{\"x\":1,\"y\":2}}",
                "{\"a\":1,\"in\":{\"x\":1,\"y\":3},\"new/er\":[1]}"))
        .containsExactly(
            new Difference("/gone", "true", null),
            new Difference("/in/y", "2", "3"),
            new Difference("/new~1er", null, "[\n  1\n]"));
  }

  @Test
  void listsAndChangedKinds_areOneDifference() {
    assertThat(Differences.betweenTexts("{\"l\":[1,2],\"o\":{}}", "{\"l\":[1,3],\"o\":null}"))
        .containsExactly(
            new Difference("/l", "[\n  1,\n  2\n]", "[\n  1,\n  3\n]"),
            new Difference("/o", "{}", "null"));
  }

  @Test
  void longTexts_areShownWithTheirLines_andShortOnesAsJson() {
    String line = "a".repeat(61);
    assertThat(
            Differences.betweenTexts(
                "{\"l\":\"one\",\"m\":\"\",\"n\":1,\"s\":\"one\"}",
                "{\"l\":\"one\\ntwo\",\"m\":\"%s\",\"n\":\"%s\",\"s\":\"two\"}"
                    .formatted(line, line)))
        .containsExactly(
            new Difference("/l", "one", "one\ntwo"),
            new Difference("/m", "\"\"", line),
            new Difference("/n", "1", '"' + line + '"'),
            new Difference("/s", "\"one\"", "\"two\""));
  }

  @Test
  void absentState_hasNoFields() {
    assertThat(Differences.betweenTexts(null, "{\"a\":1}"))
        .containsExactly(new Difference("/a", null, "1"));
    assertThat(Differences.betweenTexts("{\"a\":1}", null))
        .containsExactly(new Difference("/a", "1", null));
    assertThat(Differences.betweenTexts(null, null)).isEmpty();
  }

  @Test
  void textsThatAreNoObjects_areOneDifference() {
    assertThat(Differences.betweenTexts("carl VIEWER", "carl EDITOR"))
        .containsExactly(new Difference("", "carl VIEWER", "carl EDITOR"));
    assertThat(Differences.betweenTexts("{broken", "{\"a\":1}"))
        .containsExactly(new Difference("", "{broken", "{\"a\":1}"));
  }
}
