package org.tidemark.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
    assertThat(problem(Failures.busy(null)).status()).isEqualTo(429);
    assertThat(problem(Failures.busy(null)).retryAfterSeconds()).isEqualTo(1);
    assertThat(problem(Failures.unavailable(new RuntimeException())).status()).isEqualTo(503);
  }

  private static Problem problem(SyncException refusal) {
    return Problem.of(BoundaryFailures.describe(refusal, "corr-1"), "corr-1");
  }
}
