package org.tidemark.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.server.audit.boundary.AuditEntry;

class CsvFormatTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
  void formula_isOnlyText(String formula) {
    assertThat(CsvFormat.cell(formula)).isEqualTo("'" + formula);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain       | plain",
        "a-b=c       | a-b=c",
        "a,b         | \"a,b\"",
        "{\"n\":1}   | \"{\"\"n\"\":1}\"",
        "=\"x\"      | \"'=\"\"x\"\"\"",
        "``          | ``"
      })
  void cell_isQuotedWhereItMustBe(String value, String cell) {
    assertThat(CsvFormat.cell(value)).isEqualTo(cell);
  }

  @Test
  void lineBreaks_stayInTheirCell() {
    assertThat(CsvFormat.cell("a\r\nb")).isEqualTo("\"a\r\nb\"");
    assertThat(CsvFormat.cell("\r=1")).isEqualTo("\"'\r=1\"");
  }

  @Test
  void absentValue_isAnEmptyCell() throws IOException {
    StringWriter out = new StringWriter();
    new CsvFormat()
        .write(
            new AuditEntry(
                7, Instant.EPOCH, "ana", "space.create", "s", null, null, null, null, "x", "c"),
            out);
    assertThat(out).hasToString("7,1970-01-01T00:00:00Z,ana,space.create,s,,,,,x,c\r\n");
  }
}
