package org.tidemark.testkit.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.problem.ErrorKind;
import org.tidemark.client.problem.Recovery;
import org.tidemark.client.transfer.UploadState;
import org.tidemark.client.transport.TransportFailure.HttpStatus;
import org.tidemark.client.transport.TransportFailure.NoAnswer;
import org.tidemark.client.upload.UploadItem;
import org.tidemark.testkit.server.ModelMedia;
import org.tidemark.testkit.server.Role;

/** What is tried again and when, what rests, and what is shown to a person. */
class RetryTest {

  private Fixture fixture;
  private Phone phone;

  @BeforeEach
  void open(@TempDir Path folder) {
    fixture = new Fixture(folder);
    phone = fixture.phoneWithNote();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void media_thatDoNotAnswer_areAskedLessAndLess_andParkedAfterEight() {
    String id = phone.enqueue("tiny", "n1");
    phone.wire.down(new NoAnswer("timed out"));
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      phone.upload();
      UploadItem item = phone.item(id);
      if (item.nextAttempt() != null) {
        waits.add(Duration.between(fixture.watch.now(), item.nextAttempt()).toMillis());
        phone.upload();
        phone.restart();
        assertThat(phone.item(id)).isEqualTo(item);
        fixture.watch.pass(Duration.between(fixture.watch.now(), item.nextAttempt()));
      }
    }

    // A jitter of a half of three tenths.
    assertThat(waits).containsExactly(1_150L, 2_300L, 4_600L, 9_200L, 18_400L, 36_800L, 69_000L);
    assertThat(phone.item(id).state()).isEqualTo(UploadState.PARKED);
    assertThat(phone.problem(id).sentence()).contains("8 times", "can't be reached");
    assertThat(phone.wire.asked).hasSize(8);

    phone.wire.down(null);
    phone.settle();
    assertThat(phone.item(id).state()).isEqualTo(UploadState.PARKED);
    assertThat(phone.client().uploads().retry(id)).isTrue();
    phone.upload();
    assertThat(phone.item(id).state()).isEqualTo(UploadState.DONE);
  }

  @Test
  void noNetworkAtAll_usesUpNoAttempt() {
    String id = phone.enqueue("tiny", "n1");
    phone.line().down(new NoAnswer("flight mode"));
    for (int i = 0; i < 20; i++) {
      assertThat(Objects.requireNonNull(phone.upload().problem()).code()).isEqualTo("NO_ANSWER");
    }
    assertThat(phone.item(id).attempts()).isZero();
    assertThat(phone.wire.asked).isEmpty();
  }

  @Test
  void busyServer_namesTheTime() {
    String id = phone.enqueue("tiny", "n1");
    phone.wire.lose("create", new HttpStatus(503, Duration.ofSeconds(77), "busy"));
    phone.upload();
    assertThat(phone.item(id).nextAttempt())
        .isEqualTo(fixture.watch.now().plus(Duration.ofSeconds(77)));
  }

  @Test
  void hurry_triesAtOnce_whatWouldWait_unlessTheServerNamedTheTime() {
    String id = phone.enqueue("tiny", "n1");
    phone.wire.lose("create", new HttpStatus(503, Duration.ofSeconds(77), "busy"));
    phone.upload();
    phone.client().uploads().hurry();
    phone.upload();
    assertThat(phone.wire.asked).hasSize(1);

    fixture.watch.pass(Duration.ofSeconds(77));
    phone.wire.lose("create", new NoAnswer("reset"));
    phone.upload();
    phone.client().uploads().hurry();
    phone.upload();
    assertThat(phone.item(id).state()).isEqualTo(UploadState.DONE);
  }

  @Test
  void retry_ofOneThatWaits_triesThatAtOnce_unlessTheServerNamedTheTime() {
    String id = phone.enqueue("tiny", "n1");
    assertThat(phone.client().uploads().retry(id)).isFalse();
    phone.wire.lose("create", new HttpStatus(503, Duration.ofSeconds(77), "busy"));
    phone.upload();
    assertThat(phone.client().uploads().retry(id)).isFalse();

    fixture.watch.pass(Duration.ofSeconds(77));
    phone.wire.lose("create", new NoAnswer("reset"));
    phone.upload();
    assertThat(phone.client().uploads().retry(id)).isTrue();
    assertThat(phone.item(id).attempts()).isEqualTo(2);
    phone.upload();
    assertThat(phone.item(id).state()).isEqualTo(UploadState.DONE);
  }

  @Test
  void attempts_areForgottenWithEachPartThatComesThrough() {
    String id = phone.enqueue("a file of thirty-five bytes, or so.", "n1");
    for (int part = 1; part <= 4; part++) {
      for (int i = 0; i < 7; i++) {
        phone.wire.lose("send " + part, new NoAnswer("timed out"));
      }
    }
    for (int i = 0; i < 10; i++) {
      phone.settle();
    }
    assertThat(phone.item(id).state()).isEqualTo(UploadState.DONE);
  }

  @Test
  void signedOut_restsAll_andGoesOnWithGoodCredentials() {
    String id = phone.enqueue("tiny", "n1");
    phone.wire.down(new HttpStatus(401, null, "who"));
    assertThat(Objects.requireNonNull(phone.upload().problem()).kind()).isEqualTo(ErrorKind.AUTH);
    phone.settle();
    assertThat(phone.wire.asked).hasSize(1);
    assertThat(phone.client().uploads().problem()).isNotNull();
    assertThat(phone.item(id).attempts()).isZero();
    assertThat(phone.problem(id).recoveries()).contains(Recovery.SIGN_IN);

    phone.wire.down(null);
    phone.client().signedIn();
    phone.upload();
    assertThat(phone.item(id).state()).isEqualTo(UploadState.DONE);
    assertThat(phone.client().uploads().problem()).isNull();
  }

  @Test
  void signIn_whileARequestWithTheOldTokenIsRefused_isKept() {
    String id = phone.enqueue("tiny", "n1");
    phone.wire.beforeSend(() -> phone.client().signedIn());
    phone.wire.lose("complete", new HttpStatus(401, null, "who"));
    assertThat(Objects.requireNonNull(phone.upload().problem()).kind()).isEqualTo(ErrorKind.AUTH);
    assertThat(phone.client().uploads().problem()).isNull();

    phone.wire.beforeSend(() -> {});
    phone.upload();
    assertThat(phone.item(id).state()).isEqualTo(UploadState.DONE);
  }

  @Test
  void rejectedFile_isShownWithTheReason_andNeverSentAgain() {
    String id = phone.enqueue(ModelMedia.FORBIDDEN + " content", "n1");
    phone.upload();
    assertThat(phone.item(id).state()).isEqualTo(UploadState.REFUSED);
    assertThat(phone.problem(id).sentence())
        .isEqualTo(
            "The server does not take this file. Files of the type text/x-forbidden are not"
                + " taken.");
    assertThat(phone.problem(id).recoveries()).doesNotContain(Recovery.RETRY);
    int asked = phone.wire.asked.size();
    assertThat(phone.client().uploads().retry(id)).isFalse();
    phone.settle();
    assertThat(phone.wire.asked).hasSize(asked);
    assertThat(phone.text("n1")).isEqualTo("{\"title\":\"t\"}");

    assertThat(phone.client().uploads().dismiss(id)).isTrue();
    assertThat(phone.client().uploads().list()).isEmpty();
    assertThat(phone.copies()).isEmpty();
  }

  @Test
  void report_tellsOfUploads_andTheirNamesOnlyWhenAgreed(@TempDir Path reports) throws IOException {
    phone.enqueue(ModelMedia.FORBIDDEN, "n1");
    phone.upload();
    assertThat(phone.client().report(reports.resolve("without"), false))
        .content()
        .contains("TYPE_NOT_ALLOWED", "REFUSED")
        .doesNotContain("photo 1.png");
    assertThat(phone.client().report(reports.resolve("with"), true))
        .content()
        .contains("photo 1.png");
  }

  @Test
  void rejection_whoseAnswerWasLost_isToldAllTheSame() {
    String id = phone.enqueue(ModelMedia.FORBIDDEN, "n1");
    phone.wire.loseAnswer("complete");
    phone.settle();
    assertThat(phone.item(id).state()).isEqualTo(UploadState.REFUSED);
  }

  @Test
  void refusedRequest_isShown_andCanBeTriedAgain() {
    String id = phone.enqueue("tiny", "n1");
    phone.wire.lose("create", new HttpStatus(400, null, "no"));
    phone.upload();
    assertThat(phone.item(id).state()).isEqualTo(UploadState.PARKED);
    phone.client().uploads().retry(id);
    phone.upload();
    assertThat(phone.item(id).state()).isEqualTo(UploadState.DONE);
  }

  @Test
  void lostSpace_holdsItBack_untilItComesBack() {
    String id = phone.enqueue("tiny", "n1");
    fixture.server.dismiss(Phone.TEAM, "ana");
    phone.upload();
    phone.settle();
    assertThat(phone.problem(id).code()).isEqualTo("SPACE_LOST");
    assertThat(phone.item(id).state()).isEqualTo(UploadState.WAITING);
    assertThat(phone.wire.asked).isEmpty();

    fixture.server.admit(Phone.TEAM, "ana", Role.EDITOR);
    phone.sync();
    phone.upload();
    assertThat(phone.item(id).state()).isEqualTo(UploadState.DONE);
  }

  @Test
  void lostSpace_thatTheDataHeardOfFirst_isToldToo() {
    String id = phone.enqueue("tiny", "n1");
    fixture.server.dismiss(Phone.TEAM, "ana");
    phone.sync();
    phone.upload();
    assertThat(phone.problem(id).code()).isEqualTo("SPACE_LOST");
  }

  @Test
  void cancelled_isToldToTheServer_andGone() {
    String id = phone.enqueue("a file of thirty-five bytes, or so.", "n1");
    phone.wire.lose("send 3", new NoAnswer("reset"));
    phone.upload();
    phone.wire.lose("abort", new NoAnswer("reset"));
    assertThat(phone.client().uploads().cancel(id)).isTrue();
    assertThat(phone.client().uploads().list()).isEmpty();
    assertThat(phone.copies()).isEmpty();
    phone.settle();

    assertThat(phone.wire.asked).endsWith("abort", "abort");
    assertThat(fixture.server.media().uploads())
        .allMatch(upload -> upload.phase().name().equals("ABORTED"));
    assertThat(phone.client().uploads().find(id)).isEmpty();
    assertThat(phone.client().uploads().cancel(id)).isFalse();
  }

  @Test
  void cancelled_whileItIsAskedFor_leavesNothingAtTheServer() {
    String id = phone.enqueue("a file of thirty-five bytes, or so.", "n1");
    phone.wire.beforeSend(() -> phone.client().uploads().cancel(id));
    phone.upload();

    assertThat(phone.client().uploads().find(id)).isEmpty();
    assertThat(fixture.server.media().uploads())
        .allMatch(upload -> upload.phase().name().equals("ABORTED"));
    assertThat(phone.text("n1")).isEqualTo("{\"title\":\"t\"}");
  }
}
