package org.tidemark.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvFileTest {

  @Test
  void format_variables_keepsTheirOrder() {
    var variables = new LinkedHashMap<String, String>();
    variables.put("SYNC_URL", "http://localhost:8080/sync");
    variables.put("A", "b-c_d.e");

    assertThat(EnvFile.format(variables))
        .isEqualTo("SYNC_URL=http://localhost:8080/sync\nA=b-c_d.e");
  }

  @Test
  void format_valueThatShellsWouldRead_isRefused() {
    for (var value : new String[] {"a b", "$(id)", "a'b", "a;b", "`x`", "a\nb", "~"}) {
      assertThatThrownBy(() -> EnvFile.format(Map.of("NAME", value)))
          .as(value)
          .hasMessageContaining("NAME");
    }
  }

  @Test
  void parse_formatted_givesTheSame() {
    var variables = Map.of("A", "1", "B", "2");

    assertThat(EnvFile.parse(EnvFile.format(variables))).isEqualTo(variables);
  }

  @Test
  void parse_nothingOrNonsense_isEmpty() {
    assertThat(EnvFile.parse(null)).isEmpty();
    assertThat(EnvFile.parse("")).isEmpty();
    assertThat(EnvFile.parse("nonsense\n")).isEmpty();
  }
}
