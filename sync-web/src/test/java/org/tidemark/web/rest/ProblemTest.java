package org.tidemark.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tidemark.core.media.MediaRules;
import org.tidemark.core.media.MediaState;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.failure.SyncException;
import org.tidemark.web.graphql.engine.BoundaryFailures;

/** Problem documents say what GraphQL errors say. */
class ProblemTest {
  @Test
  void json_refusal_namesCodePlacesAndRequest() {
    Problem problem = problem(Failures.invalid("/limit", "too many"));

    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.json())
        .startsWith("{\"type\":\"about:blank\",\"title\":\"")
        .contains(
            "\"status\":400,\"code\":\"INVALID_REQUEST\",\"category\":\"VALIDATION\","
                + "\"retryable\":false,\"correlationId\":\"corr-1\",\"fields\":[{")
        .contains("\"path\":\"/limit\"");
  }

  @Test
  void of_eachCategory_hasItsStatus() {
    assertThat(problem(Failures.spaceForbidden("x")).status()).isEqualTo(403);
    assertThat(problem(Failures.unknown("/id", "It")).status()).isEqualTo(404);
    assertThat(Problem.of(StatusErrors.of(429), "corr-1").status()).isEqualTo(429);
    assertThat(problem(Failures.unavailable(new RuntimeException())).status()).isEqualTo(503);
    assertThat(problem(Failures.uploadClosed(MediaState.READY)).status()).isEqualTo(409);
    assertThat(problem(Failures.mediaLost()).status()).isEqualTo(410);
    assertThat(problem(Failures.rejected(MediaRules.tooLarge(2, 1))).status()).isEqualTo(422);
  }

  @Test
  void retryAfterSeconds_knownDelay_isRoundedUp() {
    assertThat(problem(Failures.unavailable(new RuntimeException())).retryAfterSeconds())
        .isEqualTo(1);
    assertThat(problem(Failures.spaceForbidden("x")).retryAfterSeconds()).isNull();
  }

  private static Problem problem(SyncException refusal) {
    return Problem.of(BoundaryFailures.describe(refusal, "corr-1"), "corr-1");
  }
}
