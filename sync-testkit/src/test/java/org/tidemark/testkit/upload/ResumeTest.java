package org.tidemark.testkit.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.client.transfer.UploadState;
import org.tidemark.client.transport.ErrorAnswer;
import org.tidemark.client.transport.TransportFailure;
import org.tidemark.client.transport.TransportFailure.HttpStatus;
import org.tidemark.client.transport.TransportFailure.NoAnswer;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.mutation.Rejection;

/** An upload goes on where it was, whatever broke: a connection, a process, an address. */
class ResumeTest {
  private static final String LARGE = "a file of thirty-five bytes, or so.";

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

  private void isDone(String id) {
    assertThat(phone.item(id).state()).isEqualTo(UploadState.DONE);
    assertThat(fixture.onlyContent()).isEqualTo(LARGE);
    assertThat(phone.text("n1"))
        .isEqualTo("{\"photo\":\"" + fixture.onlyUrl() + "\",\"title\":\"t\"}");
    assertThat(phone.copies()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 9, 10, 11, 25, 34})
  void connection_breaksAtAnyByte_andOnlyThePartInFlightIsSentAgain(long at) {
    String id = phone.enqueue(LARGE, "n1");
    phone.wire.breakAt(at);
    phone.upload();
    assertThat(phone.item(id).state()).isEqualTo(UploadState.UPLOADING);
    // A part whose last byte was sent is in flight until its answer is there.
    long answered = at == 0 ? 0 : (at - 1) / Fixture.PART * Fixture.PART;
    assertThat(phone.item(id).sentBytes()).isEqualTo(answered);
    phone.upload();
    phone.upload();

    isDone(id);
    assertThat(phone.wire.sentBytes()).isEqualTo(LARGE.length() + at - answered);
  }

  @ParameterizedTest
  @CsvSource({
    "upload created, true",
    "upload created, false",
    "part sent, true",
    "part sent, false",
    "upload completed, true",
    "upload completed, false",
    "attach, true",
    "attach, false",
    "file done, true",
    "file done, false",
    "remove copy, true",
    "remove copy, false",
    "mark, true"
  })
  void process_endsAtAnyWrite_andTheNextStartGoesOn(String write, boolean before) {
    String id = phone.enqueue(LARGE, "n1");
    phone.crashAt(write, before);
    assertThatThrownBy(phone::upload).isInstanceOf(Phone.Killed.class);
    phone.restart();
    phone.settle();

    isDone(id);
    assertThat(fixture.server.media().uploads()).hasSize(1);
    assertThat(phone.wire.sentBytes()).isEqualTo(LARGE.length());
  }

  @ParameterizedTest
  @CsvSource({"keep copy, true, 0", "keep copy, false, 0", "enqueue, true, 0", "enqueue, false, 1"})
  void process_endsWhileAFileIsTakenIn_andItIsThereWhollyOrNotAtAll(
      String write, boolean before, int left) {
    phone.crashAt(write, before);
    assertThatThrownBy(() -> phone.enqueue(LARGE, "n1")).isInstanceOf(Phone.Killed.class);
    phone.restart();

    assertThat(phone.client().uploads().list()).hasSize(left);
    assertThat(phone.copies()).hasSize(left);
    phone.upload();
    assertThat(fixture.media()).hasSize(left);
  }

  @Test
  void process_endsInAPart_andTheRestIsSentOnce() {
    String id = phone.enqueue(LARGE, "n1");
    phone.wire.beforeSend(
        () -> {
          if (phone.wire.sentBytes() == 20) {
            throw new Phone.Killed();
          }
        });
    assertThatThrownBy(phone::upload).isInstanceOf(Phone.Killed.class);
    phone.wire.beforeSend(() -> {});
    phone.restart();
    phone.settle();

    isDone(id);
    assertThat(phone.wire.asked)
        .containsExactly(
            "create", "send 1", "send 2", "look", "urls", "send 3", "send 4", "complete");
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "send 2", "complete"})
  void lostAnswer_isAskedForAgain_andNothingIsThereTwice(String request) {
    String id = phone.enqueue(LARGE, "n1");
    phone.wire.loseAnswer(request);
    phone.upload();
    assertThat(phone.item(id).attempts()).isEqualTo(1);
    phone.settle();

    isDone(id);
    assertThat(fixture.server.media().uploads()).hasSize(1);
    assertThat(phone.wire.sentBytes()).isEqualTo(LARGE.length());
  }

  @Test
  void addresses_thatExpire_areRenewedOnTheWay() {
    fixture.urlLife(Duration.ofSeconds(5));
    String id = phone.enqueue(LARGE, "n1");
    phone.wire.beforeSend(() -> fixture.watch.pass(Duration.ofSeconds(3)));
    phone.upload();

    isDone(id);
    assertThat(phone.wire.asked)
        .containsExactly(
            "create",
            "send 1",
            "send 2",
            "urls",
            "send 2",
            "send 3",
            "urls",
            "send 3",
            "send 4",
            "urls",
            "send 4",
            "complete");
    assertThat(phone.wire.sentBytes()).isEqualTo(LARGE.length());
  }

  @Test
  void upload_thatTheServerGaveUpAfterADay_beginsAnewFromTheCopy() {
    String id = phone.enqueue(LARGE, "n1");
    phone.wire.lose("send 3", new NoAnswer("flight mode"));
    phone.upload();
    fixture.watch.pass(Duration.ofHours(25));
    phone.upload();
    assertThat(phone.problem(id).code()).isEqualTo("UPLOAD_BEGUN_ANEW");
    assertThat(phone.item(id).sentBytes()).isZero();
    phone.settle();

    isDone(id);
    assertThat(fixture.server.media().uploads()).hasSize(2);
  }

  @Test
  void server_thatForgetsForEver_isNotSentToForEver() {
    String id = phone.enqueue(LARGE, "n1");
    for (int i = 0; i < 30; i++) {
      phone.wire.lose("complete", unknown());
    }
    for (int i = 0; i < 20; i++) {
      phone.settle();
    }

    assertThat(phone.item(id).state()).isEqualTo(UploadState.PARKED);
    assertThat(phone.wire.sentBytes()).isEqualTo(8L * LARGE.length());
  }

  private static TransportFailure unknown() {
    Rejection rejection =
        new Rejection("NOT_FOUND", ErrorCategory.VALIDATION, false, "unknown", List.of());
    return new TransportFailure.Refused(404, new ErrorAnswer(rejection, null, "id"));
  }

  @Test
  void pageThatIsNotTheServers_tellsNothingOfTheUpload() {
    String id = phone.enqueue(LARGE, "n1");
    phone.wire.loseAnswer("complete");
    phone.upload();
    phone.wire.lose("look", new HttpStatus(404, null, "<html>no such application</html>"));
    phone.settle();

    isDone(id);
    assertThat(fixture.server.media().uploads()).hasSize(1);
  }

  @Test
  void pause_inTheMiddleOfAPart_andResume() {
    String id = phone.enqueue(LARGE, "n1");
    phone.wire.beforeSend(
        () -> {
          if (phone.wire.sentBytes() == 20) {
            assertThat(phone.client().uploads().pause(id)).isTrue();
          }
        });
    phone.upload();
    phone.wire.beforeSend(() -> {});
    phone.settle();
    assertThat(phone.item(id).state()).isEqualTo(UploadState.PAUSED);
    assertThat(phone.item(id).attempts()).isZero();
    assertThat(phone.wire.sentBytes()).isEqualTo(20);
    assertThat(phone.client().uploads().resume(id)).isTrue();
    phone.upload();

    isDone(id);
    assertThat(phone.wire.sentBytes()).isEqualTo(LARGE.length());
  }
}
