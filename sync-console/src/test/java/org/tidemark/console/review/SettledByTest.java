package org.tidemark.console.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.core.decide.FieldConflict;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonReader;

class SettledByTest {

  @ParameterizedTest
  @CsvSource({
    // base, server, client, suggested, base known, settled by
    "1, 1, 2, 2, true, CLIENT",
    " , , 2, 2, true, CLIENT",
    "1, 1, , , true, CLIENT",
    "1, 2, 1, 2, true, SERVER",
    "1, 2, 2, 2, true, BOTH",
    "1, , , , true, BOTH",
    "1, 2, 3, 4, true, RULE",
    "1, 2, 3, 3, true, RULE",
    // The server's was changed and changed back, which the rule has counted.
    "5, 5, 3, 5, true, RULE",
    // Both have added one.
    "1, 2, 2, 3, true, RULE",
    " , , 2, 2, false, RULE",
  })
  void of_changedField_saysWhatSettledIt(
      @Nullable String base,
      @Nullable String server,
      @Nullable String client,
      @Nullable String suggested,
      boolean baseKnown,
      SettledBy by)
      throws InvalidJson {
    FieldConflict field =
        new FieldConflict("/a", json(base), json(server), json(client), json(suggested), true);

    assertThat(SettledBy.of(field, baseKnown)).isEqualTo(by);
  }

  private static @Nullable Json json(@Nullable String text) throws InvalidJson {
    return text == null ? null : JsonReader.read(text);
  }
}
