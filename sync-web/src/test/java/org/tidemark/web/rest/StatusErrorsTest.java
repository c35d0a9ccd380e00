package org.tidemark.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the container refuses has a code and a category. */
class StatusErrorsTest {
  @ParameterizedTest
  @CsvSource({
    "401,UNAUTHENTICATED,AUTH,false",
    "403,FORBIDDEN,AUTH,false",
    "404,NOT_FOUND,VALIDATION,false",
    "405,METHOD_NOT_ALLOWED,VALIDATION,false",
    "413,BODY_TOO_LARGE,VALIDATION,false",
    "429,BUSY,LIMIT,true",
    "499,REFUSED,VALIDATION,false",
    "500,SERVER_ERROR,SERVER,true",
    "503,SERVER_ERROR,SERVER,true"
  })
  void of_status_hasCodeAndCategory(int status, String code, String category, boolean retryable) {
    assertThat(StatusErrors.of(status))
        .satisfies(error -> assertThat(error.code()).isEqualTo(code))
        .satisfies(error -> assertThat(error.category()).hasToString(category))
        .satisfies(error -> assertThat(error.retryable()).isEqualTo(retryable));
  }
}
