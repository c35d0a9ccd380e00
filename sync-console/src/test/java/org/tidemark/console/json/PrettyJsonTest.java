package org.tidemark.console.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonReader;

class PrettyJsonTest {

  @Test
  void members_standOnLinesOfTheirOwn_indented() throws Exception {
    Json value = JsonReader.read("{\"a\":{\"b\":[1,{\"c\":null}]},\"e\":{},\"l\":[]}");
    assertThat(PrettyJson.print(value))
        .isEqualTo(
            """
            {
              "a": {
                "b": [
                  1,
                  {
                    "c": null
                  }
                ]
              },
              "e": {},
              "l": []
            }""");
  }

  @Test
  void printed_isTheSameValueWhenRead() throws Exception {
    Json value = JsonReader.read("{\"a \\\"b\\\\\":[\"\\n\",1.50,true,[[]],{\"\":\"\"}]}");
    assertThat(JsonReader.read(PrettyJson.print(value))).isEqualTo(value);
  }
}
