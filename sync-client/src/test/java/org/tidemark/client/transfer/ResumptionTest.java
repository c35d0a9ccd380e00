package org.tidemark.client.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.client.transport.media.MediaAnswer;
import org.tidemark.client.transport.media.UploadPhase;
import org.tidemark.client.transport.media.UploadReport;

/** Every phase of the server's, and what it means for an upload that goes on. */
class ResumptionTest {

  @ParameterizedTest
  @CsvSource({
    "CREATED, SEND, SEND",
    "UPLOADING, SEND, SEND",
    "COMPLETING, COMPLETE, COMPLETE",
    "READY, COMPLETE, TAKE",
    "ATTACHED, COMPLETE, TAKE",
    "REJECTED, COMPLETE, COMPLETE",
    "ABORTED, RESTART, RESTART",
    "EXPIRED, RESTART, RESTART",
    "ORPHANED, RESTART, RESTART",
    "DELETED, RESTART, RESTART"
  })
  void of_everyPhase(UploadPhase phase, Resumption without, Resumption withMedia) {
    MediaAnswer media = new MediaAnswer("m", "https://files.test/m");
    assertThat(Resumption.of(new UploadReport(phase, List.of(), null))).isEqualTo(without);
    assertThat(Resumption.of(new UploadReport(phase, List.of(), media))).isEqualTo(withMedia);
  }
}
