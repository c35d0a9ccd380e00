package org.tidemark.client.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.client.transport.ErrorAnswer;
import org.tidemark.client.transport.TransportFailure;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.mutation.Rejection;

/** Every way in which a request fails, and what becomes of the upload. */
class SetbackTest {

  private static TransportFailure refused(int status, String code, boolean retryable) {
    Rejection rejection =
        new Rejection(code, ErrorCategory.VALIDATION, retryable, "words", List.of());
    return new TransportFailure.Refused(status, new ErrorAnswer(rejection, null, "id"));
  }

  @ParameterizedTest
  @CsvSource({
    "400, PARK, PARK",
    "401, PAUSE_ALL, PAUSE_ALL",
    "403, PARK, PARK",
    "404, RESTART, PARK",
    "408, RETRY, RETRY",
    "409, RETRY, RESTART",
    "410, RESTART, PARK",
    "413, PARK, PARK",
    "422, REFUSE, REFUSE",
    "429, RETRY, RETRY",
    "302, RETRY, RETRY",
    "500, RETRY, RETRY",
    "503, RETRY, RETRY"
  })
  void of_everyStatus(int status, Setback known, Setback unknown) {
    assertThat(Setback.of(refused(status, "ANY", false), true)).isEqualTo(known);
    assertThat(Setback.of(refused(status, "ANY", false), false)).isEqualTo(unknown);
    assertThat(Setback.of(refused(status, "ANY", true), true)).isEqualTo(Setback.RETRY);
  }

  @ParameterizedTest
  @CsvSource({
    "200, RETRY, RETRY",
    "400, PARK, PARK",
    "401, PAUSE_ALL, PAUSE_ALL",
    "403, RETRY, RETRY",
    "404, RETRY, RETRY",
    "405, RETRY, RETRY",
    "409, RETRY, RETRY",
    "410, RETRY, RETRY",
    "413, PARK, PARK",
    "422, PARK, PARK",
    "503, RETRY, RETRY"
  })
  void of_aStatusWithoutTheServersWords_tellsNothingOfTheUpload(
      int status, Setback known, Setback unknown) {
    TransportFailure plain = new TransportFailure.HttpStatus(status, null, "<html>");
    assertThat(Setback.of(plain, true)).isEqualTo(known);
    assertThat(Setback.of(plain, false)).isEqualTo(unknown);
  }

  @Test
  void of_codesThatSayMoreThanTheirStatus() {
    assertThat(Setback.of(refused(400, "PARTS_MISMATCH", false), true)).isEqualTo(Setback.RETRY);
    assertThat(Setback.of(refused(403, "SPACE_FORBIDDEN", false), true)).isEqualTo(Setback.RETRY);
    assertThat(Setback.of(refused(422, "QUOTA_EXCEEDED", false), false)).isEqualTo(Setback.PARK);
  }

  @Test
  void of_noAnswerAndHalfAnswer_isTriedAgain() {
    assertThat(Setback.of(new TransportFailure.NoAnswer(""), true)).isEqualTo(Setback.RETRY);
    assertThat(Setback.of(new TransportFailure.HalfAnswer(""), false)).isEqualTo(Setback.RETRY);
  }

  @Test
  void isStale_isARefusedAddress_andNothingElse() {
    assertThat(Setback.isStale(refused(403, "URL_EXPIRED", false))).isTrue();
    assertThat(Setback.isStale(new TransportFailure.HttpStatus(403, null, "<xml>"))).isTrue();
    assertThat(Setback.isStale(new TransportFailure.HttpStatus(401, null, ""))).isTrue();
    assertThat(Setback.isStale(refused(409, "UPLOAD_CLOSED", false))).isFalse();
    assertThat(Setback.isStale(new TransportFailure.NoAnswer(""))).isFalse();
  }
}
