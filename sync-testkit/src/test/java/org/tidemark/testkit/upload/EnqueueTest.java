package org.tidemark.testkit.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.settings.UploadSettings;
import org.tidemark.client.transfer.UploadState;
import org.tidemark.client.upload.Attachment;
import org.tidemark.testkit.server.Role;

/** What is not taken in, what is said, and that nothing of it is left. */
class EnqueueTest {
  private static final Attachment PHOTO = Attachment.to("note", "n1", "/photo");

  private Fixture fixture;
  private Phone phone;
  private Path folder;

  @BeforeEach
  void open(@TempDir Path temporary) {
    folder = temporary;
    fixture = new Fixture(temporary);
    phone = fixture.phone("phone", new UploadSettings(1, 2, 20, 30, 10));
    phone.note("n1", "{}");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private void refused(ThrowingCallable taking, String code, String sentence) {
    int listed = phone.client().uploads().list().size();
    assertThatThrownBy(taking)
        .isInstanceOfSatisfying(
            ClientException.class, e -> assertThat(e.problem().code()).isEqualTo(code))
        .hasMessageContaining(sentence);
    assertThat(phone.client().uploads().list()).hasSize(listed);
    assertThat(phone.copies()).hasSize(listed);
  }

  private ThrowingCallable taking(Path file, Attachment to) {
    return () -> phone.client().uploads().enqueue(file, to);
  }

  @Test
  void whatIsNoFile_isRefused() {
    refused(taking(folder.resolve("none.png"), PHOTO), "FILE_MISSING", "no such file");
    refused(taking(folder, PHOTO), "FILE_UNREADABLE", "can't be read");
    refused(taking(phone.file(""), PHOTO), "FILE_EMPTY", "empty");
  }

  @Test
  void whatIsTooMuch_isRefused() {
    refused(taking(phone.file("x".repeat(21)), PHOTO), "FILE_TOO_LARGE", "at most 20");
    phone.enqueue("x".repeat(20), "n1");
    refused(taking(phone.file("x".repeat(11)), PHOTO), "UPLOADS_FULL", "30 bytes");
    phone.enqueue("x".repeat(10), "n1");
    refused(taking(phone.file("x"), PHOTO), "UPLOADS_FULL", "2 uploads");
    phone.upload();
    phone.enqueue("x", "n1");
  }

  @Test
  void whereNothingCanBeNamed_isRefused() {
    Path file = phone.file("tiny");
    refused(taking(file, Attachment.to("note", "n2", "/photo")), "RECORD_MISSING", "note n2");
    refused(taking(file, Attachment.to("note", "", "/photo")), "INVALID_INPUT", "id");
    refused(taking(file, Attachment.to("note", "n1", "photo")), "INVALID_INPUT", "JSON pointer");
    refused(taking(file, Attachment.to("note", "n1", "")), "INVALID_INPUT", "field");
    refused(taking(file, Attachment.to("note", "n1", "/a".repeat(65))), "INVALID_INPUT", "deeper");
    refused(taking(file, Attachment.to("note", "n1", "/\0")), "INVALID_INPUT", "U+0000");
    fixture.server.admit(Phone.TEAM, "ana", Role.VIEWER);
    phone.sync();
    refused(taking(file, PHOTO), "READ_ONLY", "only read");
  }

  @Test
  void sameFileForTheSameField_isOneUpload_untilItIsThere() {
    String id = phone.enqueue("tiny", "n1");
    assertThat(phone.enqueue("tiny", "n1")).isEqualTo(id);
    assertThat(phone.copies()).containsExactly(id);
    phone.upload();

    assertThat(phone.enqueue("tiny", "n1")).as("asked for after the end").isNotEqualTo(id);
  }

  @Test
  void sameFile_thatRested_goesOn() {
    String paused = phone.enqueue("tiny", "n1");
    phone.client().uploads().pause(paused);
    assertThat(phone.enqueue("tiny", "n1")).isEqualTo(paused);
    assertThat(phone.item(paused).state()).isEqualTo(UploadState.WAITING);

    assertThat(phone.client().uploads().pause(paused)).isTrue();
    assertThat(phone.enqueue("tint", "n1")).as("other bytes").isNotEqualTo(paused);
    assertThat(phone.item(paused).state()).isEqualTo(UploadState.PAUSED);
  }

  @Test
  void sameFile_forAnotherField_isAnotherUpload() {
    String photo = phone.enqueue("tiny", "n1");
    Path same = phone.file("tiny");
    String back = phone.client().uploads().enqueue(same, Attachment.to("note", "n1", "/back"));
    assertThat(back).isNotEqualTo(photo);
  }

  @Test
  void sameFile_whoseCopyIsGone_isTakenInAnew() throws IOException {
    String id = phone.enqueue("tiny", "n1");
    Files.delete(folder.resolve("phone.db.uploads").resolve(id));
    phone.upload();
    assertThat(phone.problem(id).code()).isEqualTo("COPY_LOST");
    String anew = phone.enqueue("tiny", "n1");
    phone.upload();

    assertThat(phone.item(anew).state()).isEqualTo(UploadState.DONE);
  }
}
