package org.tidemark.client.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.mutation.Rejection;
import org.tidemark.core.mutation.Rejections;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.SpaceId;

/** Each failure has a kind, a sentence for people, and something that can be done. */
class ProblemsTest {

  static Stream<Problem> all() {
    return Stream.of(
        Problems.noAnswer("java.net.SocketException: reset"),
        Problems.halfAnswer("JsonEOFException"),
        Problems.patience(Instant.EPOCH),
        Problems.signIn("401"),
        Problems.status(302, null, ""),
        Problems.status(403, null, ""),
        Problems.status(404, null, ""),
        Problems.status(413, null, ""),
        Problems.status(429, Duration.ofSeconds(1), ""),
        Problems.status(503, Duration.ofSeconds(1), ""),
        Problems.spaceLost("team"),
        Problems.readOnly("team"),
        Problems.invalidInput("it is not an object"),
        Problems.exhausted(Problems.noAnswer("reset"), 8),
        refused(Rejections.spaceForbidden(new SpaceId("team"))),
        refused(Rejections.clientIdTaken()),
        refused(Rejections.mutationExpired(3)),
        refused(Rejections.mutationIdReused(new MutationId("m1"))),
        refused(Rejections.conflictClosed()),
        refused(Rejections.schemaViolation(List.of(new FieldProblem("/a", "must be a number")))),
        refused(new Rejection("BUSY", ErrorCategory.LIMIT, true, "Later.", List.of())),
        refused(new Rejection("SERVER_ERROR", ErrorCategory.SERVER, true, "Oh.", List.of())),
        StoreProblems.inUse("a.db"),
        StoreProblems.newer(9, 1),
        StoreProblems.corrupt("page 3"),
        StoreProblems.foreign("of ben"),
        StoreProblems.full("SQLITE_FULL"),
        StoreProblems.unwritable("EACCES"),
        StoreProblems.closed());
  }

  private static Problem refused(Rejection rejection) {
    return Problems.refused(rejection, null, "id");
  }

  @ParameterizedTest
  @MethodSource("all")
  void sentence_isOneForPeople(Problem problem) {
    assertThat(problem.sentence())
        .matches("[A-Z].*[.]")
        .doesNotContainIgnoringCase("exception")
        .doesNotContain("null", "HTTP", "SQL", "JSON ");
  }

  @ParameterizedTest
  @MethodSource("all")
  void json_bringsBackTheSame(Problem problem) {
    assertThat(ProblemJson.read(ProblemJson.write(problem).canonicalText())).isEqualTo(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "200, true, NETWORK",
    "302, true, NETWORK",
    "400, false, SERVER",
    "401, false, AUTH",
    "403, true, NETWORK",
    "404, true, NETWORK",
    "405, true, NETWORK",
    "408, true, SERVER",
    "413, false, SERVER",
    "429, true, SERVER",
    "500, true, SERVER",
    "502, true, SERVER",
    "503, true, SERVER",
    "504, true, SERVER"
  })
  void status_tellsWhetherToTryAgain_andTheKind(int status, boolean retryable, ErrorKind kind) {
    Problem problem =
        status == 200 ? Problems.halfAnswer("cut") : Problems.status(status, null, "");
    assertThat(problem.retryable()).isEqualTo(retryable);
    assertThat(problem.kind()).isEqualTo(kind);
  }

  @Test
  void retryable_offersARetry_validationOffersAnEdit() {
    assertThat(Problems.noAnswer("").recoveries()).contains(Recovery.RETRY, Recovery.REPORT);
    assertThat(refused(Rejections.schemaViolation(List.of())).recoveries())
        .contains(Recovery.EDIT, Recovery.RETRY, Recovery.DISMISS, Recovery.REPORT);
    assertThat(Problems.signIn("").recoveries()).contains(Recovery.SIGN_IN);
  }

  @Test
  void refusedFile_saysWhatToDo() {
    Problem last =
        Problems.of(
            "TYPE_MISMATCH", ErrorKind.VALIDATION, "x", "declared image/png", Recovery.EDIT);
    assertThat(UploadProblems.refused(last).sentence())
        .startsWith("The file is not what its name says")
        .contains("Choose another one");
    assertThat(UploadProblems.refused(last).detail()).isEqualTo("declared image/png");
  }

  /** What stands in between answers with any bytes, and they are in the detail. */
  @Test
  void json_ofATextThatIsNone_canBeReadAgain() {
    Problem problem = Problems.status(502, null, "\0PK\3\ud800 ok \ud83d\ude00");
    assertThat(ProblemJson.read(ProblemJson.write(problem).canonicalText()).detail())
        .isEqualTo("HTTP 502: \ufffdPK\3\ufffd ok \ud83d\ude00");
  }
}
