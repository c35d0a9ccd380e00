package org.tidemark.testkit.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.settings.UploadSettings;
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
    fixture.server.admit(Phone.TEAM, "ana", Role.VIEWER);
    phone.sync();
    refused(taking(file, PHOTO), "READ_ONLY", "only read");
  }
}
