package org.tidemark.server.bulk.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.ConflictType;
import org.tidemark.core.json.Document;
import org.tidemark.server.bulk.boundary.BulkChoice;
import org.tidemark.server.bulk.boundary.BulkEffect;

/** What settling by a choice does to a record; fields are {@code a} and {@code b}. */
class PlanTest {

  @ParameterizedTest(name = "{0}: base {1}, server {2}, device {3}, suggested {4}: {5}")
  @CsvSource(
      quoteCharacter = '"',
      nullValues = "-",
      value = {
        // choice, base, server, device, suggested, effect
        "USE_SERVER,   a1 b1, a2 b1, a3 b1, a3 b1, STAYS",
        "USE_SERVER,   a1 b1, -,     a3 b1, a3 b1, STAYS",
        "KEEP_CLIENT,  a1 b1, a2 b1, a3 b1, a2 b1, OVERWRITES",
        "KEEP_CLIENT,  a1 b1, a1 b2, a3 b1, a3 b2, OVERWRITES",
        "KEEP_CLIENT,  a1 b1, a1 b1, a3 b1, a3 b1, CHANGES",
        "KEEP_CLIENT,  -,     a2 b1, a3 b1, a3 b1, OVERWRITES",
        "KEEP_CLIENT,  -,     a2,    a2 b1, a2 b1, CHANGES",
        "KEEP_CLIENT,  -,     a2 b1, a2,    a2 b1, OVERWRITES",
        "SUGGESTED,    -,     a2 b1, a3 b2, a4 b1, CHANGES",
        "KEEP_CLIENT,  a1 b1, a2 b1, a2 b1, a2 b1, STAYS",
        "KEEP_CLIENT,  a1 b1, a2 b1, -,     a2 b1, DELETES",
        "KEEP_CLIENT,  a1 b1, -,     a3 b1, -,     REVIVES",
        "KEEP_CLIENT,  a1 b1, -,     -,     -,     STAYS",
        "SUGGESTED,    a1 b1, a2 b1, a3 b1, a2 b1, STAYS",
        "SUGGESTED,    a1 b1, a2 b1, a3 b1, a3 b1, OVERWRITES",
        "SUGGESTED,    a1 b1, a2 b1, a3 b1, a4 b1, CHANGES",
        "SUGGESTED,    a1 b1, a1 b2, a3 b1, a3 b2, CHANGES",
        "SUGGESTED,    a1 b1, a2 b1, -,     -,     DELETES",
        "SUGGESTED,    a1 b1, a2 b1, -,     a2 b1, STAYS",
        "SUGGESTED,    a1 b1, -,     a3 b1, a3 b1, REVIVES",
        "SUGGESTED,    a1 b1, -,     a3 b1, -,     STAYS",
      })
  void effect(
      BulkChoice choice,
      @Nullable String base,
      @Nullable String server,
      @Nullable String device,
      @Nullable String suggested,
      BulkEffect effect) {
    Conflict conflict =
        new Conflict(
            ConflictType.FIELD,
            data(server),
            data(device),
            data(base),
            2,
            1,
            Instant.EPOCH,
            Instant.EPOCH,
            Instant.EPOCH,
            List.of(),
            data(suggested),
            "");

    assertThat(Plan.of(choice, conflict).effect(conflict)).isEqualTo(effect);
  }

  /** {@code a1 b2} is {@code {"a":1,"b":2}}. */
  private static @Nullable Document data(@Nullable String fields) {
    return fields == null
        ? null
        : Document.ofCanonical(
            "{" + fields.replaceAll("([a-z])([0-9])", "\"$1\":$2").replaceAll("\\s+", ",") + "}");
  }
}
