package org.tidemark.client.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.client.fixture.Keys;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.Problems;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonPointer;

/** When a file's address is written into its record, and what the record is then. */
class AttachingTest {

  private static Attaching.Decision decide(
      @Nullable String local, @Nullable Problem barred, boolean inConflict, String field) {
    Document data = local == null ? null : Document.of(Keys.json(local));
    return Attaching.decide(data, barred, inConflict, JsonPointer.parse(field), "url", 100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /photo | {\"photo\":\"url\"}",
        "{\"a\":1} | /photo | {\"a\":1,\"photo\":\"url\"}",
        "{\"photo\":\"old\"} | /photo | {\"photo\":\"url\"}",
        "{\"photo\":null} | /photo | {\"photo\":\"url\"}",
        "{} | /a/b | {\"a\":{\"b\":\"url\"}}",
        "{\"a\":{\"c\":2}} | /a/b | {\"a\":{\"b\":\"url\",\"c\":2}}"
      })
  void write_changesThatFieldAlone(String local, String field, String expected) {
    assertThat(decide(local.trim(), null, false, field.trim()))
        .isEqualTo(new Attaching.Decision.Write(Document.of(Keys.json(expected.trim()))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":\"text\"} | /a/b",
        "{\"a\":[1]} | /a/0",
        "{\"a\":null} | /a/b",
        "{\"a\":{\"b\":1}} | /a/b/c"
      })
  void write_throughWhatIsNoObject_isShownInstead(String local, String field) {
    assertThat(decide(local.trim(), null, false, field.trim()))
        .isInstanceOfSatisfying(
            Attaching.Decision.Show.class,
            show -> assertThat(show.why().code()).isEqualTo("FIELD_TAKEN"));
  }

  @Test
  void conflictAndLostSpace_wait_deletedAndFullRecords_areShown() {
    Problem lost = Problems.spaceLost("team");
    assertThat(decide("{}", lost, true, "/photo")).isEqualTo(new Attaching.Decision.Wait(lost));
    assertThat(code(decide("{}", null, true, "/photo"))).isEqualTo("wait RECORD_IN_CONFLICT");
    assertThat(code(decide(null, null, true, "/photo"))).isEqualTo("wait RECORD_IN_CONFLICT");
    assertThat(code(decide(null, null, false, "/photo"))).isEqualTo("show RECORD_GONE");
    String full = "{\"text\":\"" + "x".repeat(80) + "\"}";
    assertThat(code(decide(full, null, false, "/photo"))).isEqualTo("show RECORD_TOO_LARGE");
  }

  private static String code(Attaching.Decision decision) {
    return decision instanceof Attaching.Decision.Wait wait
        ? "wait " + wait.why().code()
        : decision instanceof Attaching.Decision.Show show ? "show " + show.why().code() : "write";
  }
}
