package org.tidemark.testkit.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.conflict.Choice;
import org.tidemark.client.transfer.UploadState;
import org.tidemark.client.transport.TransportFailure.NoAnswer;
import org.tidemark.client.upload.Attachment;

/** The record that is to name a file may have its own troubles meanwhile. */
class RecordTest {

  private Fixture fixture;
  private Phone phone;
  private Phone other;

  @BeforeEach
  void open(@TempDir Path folder) {
    fixture = new Fixture(folder);
    phone = fixture.phoneWithNote();
    other = fixture.phone("other");
    other.sync();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void conflict_holdsItBack_andItGoesOnWhenThatIsSettled() {
    other.note("n1", "{\"title\":\"theirs\"}");
    other.sync();
    phone.note("n1", "{\"title\":\"mine\"}");
    String id = phone.enqueue("tiny", "n1");
    phone.upload();

    assertThat(phone.client().conflicts().open()).hasSize(1);
    assertThat(phone.item(id).state()).isEqualTo(UploadState.ATTACHING);
    assertThat(phone.problem(id).code()).isEqualTo("RECORD_IN_CONFLICT");
    assertThat(phone.text("n1")).isEqualTo("{\"title\":\"mine\"}");
    int asked = phone.wire.asked.size();
    phone.upload();
    assertThat(phone.wire.asked).hasSize(asked);

    String conflict = phone.client().conflicts().open().get(0).id();
    phone.client().conflicts().resolve(conflict, Choice.keepLocal());
    phone.sync();
    phone.upload();
    other.sync();
    String named = "{\"photo\":\"" + fixture.onlyUrl() + "\",\"title\":\"mine\"}";
    assertThat(phone.item(id).state()).isEqualTo(UploadState.DONE);
    assertThat(phone.text("n1")).isEqualTo(other.text("n1")).isEqualTo(named);
    assertThat(fixture.media()).hasSize(1);
  }

  @Test
  void conflict_thatComesAfterTheFile_isToldToo_andSoIsADeletionAfterIt() {
    String id = phone.enqueue("tiny", "n1");
    phone.wire.beforeSend(
        () -> {
          other.note("n1", "{\"title\":\"theirs\"}");
          other.sync();
          phone.line().down(new NoAnswer("tunnel"));
        });
    phone.upload();
    phone.line().down(null);
    phone.note("n1", "{\"title\":\"mine\"}");
    phone.sync();
    assertThat(phone.client().conflicts().open()).hasSize(1);
    phone.upload();
    assertThat(phone.problem(id).code()).isEqualTo("RECORD_IN_CONFLICT");

    String conflict = phone.client().conflicts().open().get(0).id();
    phone.client().conflicts().resolve(conflict, Choice.useServer());
    phone.sync();
    phone.client().collection("note").delete("n1");
    phone.upload();
    assertThat(phone.item(id).state()).isEqualTo(UploadState.PARKED);
    assertThat(phone.problem(id).code()).isEqualTo("RECORD_GONE");
  }

  @Test
  void deletedRecord_isShown_andTheFileIsAddedOnceItIsBack() {
    String id = phone.enqueue("tiny", "n1");
    other.client().collection("note").delete("n1");
    other.sync();
    phone.upload();

    assertThat(phone.item(id).state()).isEqualTo(UploadState.PARKED);
    assertThat(phone.problem(id).code()).isEqualTo("RECORD_GONE");
    assertThat(phone.text("n1")).isEqualTo("none");
    phone.note("n1", "{\"title\":\"again\"}");
    assertThat(phone.client().uploads().retry(id)).isTrue();
    phone.upload();
    assertThat(phone.text("n1"))
        .isEqualTo("{\"photo\":\"" + fixture.onlyUrl() + "\",\"title\":\"again\"}");
  }

  @Test
  void deletedRecord_backAfterTheServerHasDeletedTheFile_getsItAnew() {
    String id = phone.enqueue("tiny", "n1");
    phone.client().collection("note").delete("n1");
    phone.upload();
    String gone = fixture.onlyUrl();
    fixture.watch.pass(Duration.ofDays(8));
    assertThat(fixture.media()).isEmpty();
    phone.note("n1", "{\"title\":\"again\"}");
    phone.client().uploads().retry(id);
    phone.settle();

    assertThat(phone.item(id).state()).isEqualTo(UploadState.DONE);
    assertThat(fixture.onlyUrl()).isNotEqualTo(gone);
    assertThat(phone.text("n1")).contains(fixture.onlyUrl());
    assertThat(fixture.onlyContent()).isEqualTo("tiny");
  }

  @Test
  void deletedRecord_dismissed_leavesNothingHere() {
    String id = phone.enqueue("tiny", "n1");
    phone.client().collection("note").delete("n1");
    phone.upload();
    assertThat(phone.client().uploads().dismiss(id)).isTrue();
    phone.settle();
    assertThat(phone.client().uploads().find(id)).isEmpty();
    assertThat(phone.copies()).isEmpty();
  }

  @Test
  void fieldThatIsTaken_isNotReplaced() {
    phone.note("n1", "{\"title\":\"t\"}");
    String id =
        phone
            .client()
            .uploads()
            .enqueue(phone.file("tiny"), Attachment.to("note", "n1", "/title/photo"));
    phone.upload();
    assertThat(phone.item(id).state()).isEqualTo(UploadState.PARKED);
    assertThat(phone.problem(id).code()).isEqualTo("FIELD_TAKEN");
    assertThat(phone.text("n1")).isEqualTo("{\"title\":\"t\"}");
  }

  @Test
  void lineThatBreaksBeforeThePull_holdsTheRecordBack_notTheFile() {
    String id = phone.enqueue("tiny", "n1");
    phone.wire.beforeSend(() -> phone.line().down(new NoAnswer("tunnel")));
    phone.upload();
    assertThat(phone.item(id).state()).isEqualTo(UploadState.ATTACHING);
    assertThat(fixture.media()).hasSize(1);
    other.note("n1", "{\"tags\":[\"theirs\"],\"title\":\"t\"}");
    other.sync();
    phone.line().down(null);
    phone.settle();
    assertThat(phone.text("n1")).contains(fixture.onlyUrl(), "theirs");
  }

  @Test
  void record_whoseWordComesToTheServerAfterItDeletedTheFile_getsTheFileAnew() {
    String id = phone.enqueue("tiny", "n1");
    phone.crashAt("attach", false);
    assertThatThrownBy(phone::upload).isInstanceOf(Phone.Killed.class);
    phone.restart();
    String gone = fixture.onlyUrl();
    assertThat(phone.text("n1")).contains(gone);
    assertThat(phone.item(id).state()).isEqualTo(UploadState.DONE);
    assertThat(phone.copies()).hasSize(1);
    fixture.watch.pass(Duration.ofDays(8));
    assertThat(fixture.media()).isEmpty();
    phone.settle();

    assertThat(fixture.onlyUrl()).isNotEqualTo(gone);
    assertThat(phone.text("n1"))
        .isEqualTo("{\"photo\":\"" + fixture.onlyUrl() + "\",\"title\":\"t\"}");
    assertThat(fixture.onlyContent()).isEqualTo("tiny");
    assertThat(phone.copies()).isEmpty();
  }

  @Test
  void recordNeverSent_isCreatedWithItsFile() {
    phone.note("n2", "{\"title\":\"new\"}");
    phone.enqueue("tiny", "n2");
    phone.upload();
    other.sync();
    assertThat(other.text("n2")).contains("new", fixture.onlyUrl());
  }
}
