package org.tidemark.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tidemark.server.audit.boundary.AuditEntry;

class LineTest {

  @Test
  void of_readingOfABulkJob_tellsWhichAndHasNoDifferences() {
    Line line = Line.of(entry("bulk.read"), "read");
    assertThat(line.soughtFor()).isEqualTo("{\"job\":\"j\"}");
    assertThat(line.differences()).isEmpty();
  }

  @Test
  void of_changeOfABulkJob_hasItsDifferences() {
    Line line = Line.of(entry("bulk.run"), "run");
    assertThat(line.soughtFor()).isNull();
    assertThat(line.differences()).isNotEmpty();
  }

  private static AuditEntry entry(String action) {
    return new AuditEntry(
        1, Instant.EPOCH, "ana", action, null, null, null, null, "READY", "{\"job\":\"j\"}", "c");
  }
}
