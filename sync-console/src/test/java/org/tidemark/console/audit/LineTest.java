package org.tidemark.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tidemark.server.audit.boundary.AuditEntry;

class LineTest {

  @Test
  void of_readingOfABulkJob_tellsWhichAndHasNoDifferences() {
    Line line = Line.of(entry("bulk.read"), (prefix, name) -> name);
    assertThat(line.soughtFor()).isEqualTo("{\"job\":\"j\"}");
    assertThat(line.differences()).isEmpty();
  }

  @Test
  void of_changeOfABulkJob_hasItsDifferences() {
    Line line = Line.of(entry("bulk.run"), (prefix, name) -> name);
    assertThat(line.soughtFor()).isNull();
    assertThat(line.differences()).isNotEmpty();
  }

  @Test
  void soughtFor_ofUploads_isInWords() {
    assertThat(SoughtFor.of("states [READY, REJECTED], space s, user a, b", LineTest::word))
        .isEqualTo("<state>: <state.READY>, <state.REJECTED>; <space>: s; <user>: a, b");
    assertThat(SoughtFor.of("states [READY]", LineTest::word)).isEqualTo("<state>: <state.READY>");
  }

  @Test
  void soughtFor_ofAnythingElse_staysAsItIs() {
    assertThat(SoughtFor.of("{\"job\":\"j\"}", LineTest::word)).isEqualTo("{\"job\":\"j\"}");
    assertThat(SoughtFor.of(null, LineTest::word)).isNull();
  }

  private static String word(String prefix, String name) {
    return "<" + prefix + name + ">";
  }

  private static AuditEntry entry(String action) {
    return new AuditEntry(
        1, Instant.EPOCH, "ana", action, null, null, null, null, "READY", "{\"job\":\"j\"}", "c");
  }
}
