package org.tidemark.testkit.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.transfer.UploadState;
import org.tidemark.client.upload.Attachment;
import org.tidemark.client.upload.UploadItem;
import org.tidemark.client.upload.UploadOutcome;
import org.tidemark.testkit.server.StoredUpload;

/** The way of a file: from a folder into parts, onto the server, into its record, and on. */
class UploadTest {
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

  @Test
  void smallFile_goesInOnePart_andItsRecordNamesIt_onAnotherPhoneToo() {
    String id = phone.enqueue("tiny", "n1");
    assertThat(phone.item(id).state()).isEqualTo(UploadState.WAITING);
    UploadOutcome outcome = phone.upload();

    assertThat(outcome).isEqualTo(new UploadOutcome(1, 1, 0, null));
    assertThat(phone.wire.asked).containsExactly("create", "send 1", "complete");
    assertThat(fixture.onlyContent()).isEqualTo("tiny");
    String named = "{\"photo\":\"" + fixture.onlyUrl() + "\",\"title\":\"t\"}";
    assertThat(phone.text("n1")).isEqualTo(named);
    assertThat(phone.item(id).state()).isEqualTo(UploadState.DONE);
    assertThat(phone.item(id).url()).isEqualTo(fixture.onlyUrl());
    assertThat(phone.client().outbox().count()).isZero();
    Phone other = fixture.phone("other");
    other.sync();
    assertThat(other.text("n1")).isEqualTo(named);
  }

  @Test
  void largeFile_goesInParts_andTellsItsProgress() {
    String id = phone.enqueue(LARGE, "n1");
    phone.upload();

    assertThat(phone.wire.asked)
        .containsExactly("create", "send 1", "send 2", "send 3", "send 4", "complete");
    assertThat(fixture.onlyContent()).isEqualTo(LARGE);
    assertThat(progress(id)).containsExactly(10L, 20L, 30L, 35L);
    assertThat(states(id))
        .containsExactly(
            UploadState.WAITING, UploadState.UPLOADING, UploadState.ATTACHING, UploadState.DONE);
    UploadItem item = phone.item(id);
    assertThat(item.sentBytes()).isEqualTo(35).isEqualTo(item.file().sizeBytes());
  }

  private List<Long> progress(String id) {
    return phone.events.stream()
        .filter(ClientEvent.UploadProgressed.class::isInstance)
        .map(ClientEvent.UploadProgressed.class::cast)
        .filter(event -> event.uploadId().equals(id))
        .map(ClientEvent.UploadProgressed::sentBytes)
        .toList();
  }

  private List<UploadState> states(String id) {
    return phone.events.stream()
        .filter(ClientEvent.UploadChanged.class::isInstance)
        .map(ClientEvent.UploadChanged.class::cast)
        .filter(event -> event.uploadId().equals(id))
        .map(ClientEvent.UploadChanged::state)
        .toList();
  }

  @Test
  void original_changedAndDeletedAfterwards_isSentAsItWas() throws IOException {
    Path file = phone.file("as it was");
    phone.client().uploads().enqueue(file, Attachment.to("note", "n1", "/photo"));
    Files.write(file, "something else".getBytes(StandardCharsets.UTF_8));
    Files.delete(file);
    phone.upload();

    assertThat(fixture.onlyContent()).isEqualTo("as it was");
    assertThat(phone.copies()).isEmpty();
  }

  @Test
  void names_types_andNestedFields_goAsTheAttachmentSays() {
    phone
        .client()
        .uploads()
        .enqueue(
            phone.file("tiny"),
            Attachment.to("note", "n1", "/album/cover")
                .named("../we\u0007ird.jpg")
                .withContentType("image/gif"));
    phone.enqueue("other", "n1");
    phone.upload();

    assertThat(fixture.media())
        .extracting(upload -> upload.request().fileName() + " " + upload.request().contentType())
        .containsExactly(".._we_ird.jpg image/gif", "photo 2.png image/png");
    assertThat(phone.text("n1")).contains("\"album\":{\"cover\":\"" + fixture.onlyUrl() + "\"}");
  }

  @Test
  void files_goOneAfterTheOther_andEachRecordNamesItsOwn() {
    phone.note("n2", "{}");
    phone.enqueue("first", "n1");
    phone.enqueue("second", "n2");
    UploadOutcome outcome = phone.upload();

    assertThat(outcome.attached()).isEqualTo(2);
    assertThat(fixture.media()).extracting(StoredUpload::url).hasSize(2);
    for (StoredUpload upload : fixture.media()) {
      assertThat(phone.text(upload.request().record().id().value())).contains(upload.url());
    }
  }

  @Test
  void edits_madeMeanwhile_hereAndElsewhere_areKept() {
    phone.enqueue(LARGE, "n1");
    Phone other = fixture.phone("other");
    other.sync();
    phone.wire.beforeSend(
        () -> {
          phone.wire.beforeSend(() -> {});
          other.note("n1", "{\"tags\":[\"theirs\"],\"title\":\"t\"}");
          other.sync();
          phone.note("n1", "{\"title\":\"t\",\"votes\":1}");
        });
    phone.upload();
    phone.sync();
    other.sync();

    assertThat(phone.text("n1"))
        .isEqualTo(other.text("n1"))
        .isEqualTo(
            "{\"photo\":\"%s\",\"tags\":[\"theirs\"],\"title\":\"t\",\"votes\":1}"
                .formatted(fixture.onlyUrl()));
  }

  @Test
  void done_isListedUntilDismissed_andOnlyTheLatest() {
    String first = phone.enqueue("first", "n1");
    phone.upload();
    assertThat(phone.client().uploads().list()).extracting(UploadItem::id).containsExactly(first);
    assertThat(phone.client().uploads().dismiss(first)).isTrue();
    assertThat(phone.client().uploads().list()).isEmpty();
    for (int i = 0; i < 12; i++) {
      phone.enqueue("file " + i, "n1");
      phone.upload();
    }

    assertThat(phone.client().uploads().list())
        .hasSize(10)
        .allMatch(item -> item.state() == UploadState.DONE);
    assertThat(phone.text("n1")).contains(fixture.media().get(12).url());
  }

  @Test
  void nothingToDo_asksNobody() {
    assertThat(phone.upload()).isEqualTo(new UploadOutcome(0, 0, 0, null));
    fixture.watch.pass(Duration.ofDays(1));
    phone.upload();
    assertThat(phone.wire.asked).isEmpty();
  }
}
