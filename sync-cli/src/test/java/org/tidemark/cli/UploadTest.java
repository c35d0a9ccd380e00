package org.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.cli.Office.Result;
import org.tidemark.testkit.server.MediaLimits;
import org.tidemark.testkit.server.ModelMedia;
import org.tidemark.testkit.server.StoredUpload;

/** Files: taken in, sent, gone on with, and dealt with by people. */
class UploadTest {

  private static final String CONTENT = "a file of thirty-five bytes, or so.";

  private Office office;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    office = new Office(folder);
    office
        .server()
        .media()
        .limit(
            new MediaLimits(10, Duration.ofMinutes(15), Duration.ofHours(24), Duration.ofDays(7)));
    Files.writeString(folder.resolve("photo.png"), CONTENT);
    office.ana("put", "note", "n1", "{\"title\":\"t\"}");
  }

  private Result upload(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("upload", "photo.png", "--record", "note/n1", "--field", "/photo"));
    arguments.addAll(Arrays.asList(more));
    return office.ana(arguments.toArray(String[]::new));
  }

  /** The one upload that ana has. */
  private String id() {
    String json = office.ana("uploads", "--json").json().toString();
    return json.replaceAll(".*\"uploadId\":\"([^\"]+)\".*", "$1");
  }

  private StoredUpload onlyFile() {
    List<StoredUpload> files =
        office.server().media().uploads().stream().filter(StoredUpload::isMedia).toList();
    assertThat(files).hasSize(1);
    return files.get(0);
  }

  @Test
  void upload_sendsTheFile_andItsRecordNamesIt_forOthersToo() {
    Result upload = upload();
    office.ben("sync");

    assertThat(upload.code()).as(upload.all()).isZero();
    assertThat(upload.out()).contains("Uploaded photo.png: note/n1 names it now.");
    assertThat(onlyFile().content()).asString().isEqualTo(CONTENT);
    assertThat(office.ben("get", "note", "n1").out()).contains(onlyFile().url(), "\"t\"");
    assertThat(office.ana("uploads").out()).contains("done  photo.png for note/n1 at /photo");
    assertThat(office.ana("status").out()).contains("To send    0", "Uploads    0");
  }

  @Test
  void brokenOff_isGoneOnWith_byTheNextSync() {
    office.breakingAt = 3;
    Result broken = upload();
    Result listed = office.ana("uploads");
    office.breakingAt = 0;
    Result sync = office.ana("sync");

    assertThat(broken.code()).isEqualTo(1);
    assertThat(broken.out())
        .contains("Waits: photo.png for note/n1.", "can't be reached", "1 file not there yet");
    assertThat(listed.out())
        .contains("uploading  photo.png for note/n1 at /photo", "20 bytes of 35 bytes");
    assertThat(sync.code()).as(sync.all()).isZero();
    assertThat(sync.out()).contains("Uploaded photo.png");
    assertThat(office.sentParts).containsExactly(1, 2, 3, 3, 4);
  }

  @Test
  void brokenOff_isGoneOnWith_byTheSameUploadAgain() {
    office.breakingAt = 3;
    upload();
    office.breakingAt = 0;
    Result again = upload();

    assertThat(again.code()).as(again.all()).isZero();
    assertThat(office.sentParts).containsExactly(1, 2, 3, 3, 4);
    assertThat(office.server().media().uploads()).hasSize(1);
    assertThat(office.ana("uploads", "--json").json().toString()).contains("\"count\":1");
  }

  @Test
  void progress_onATerminal_isABar() throws IOException {
    office.terminal = true;
    office.server().media().limit(MediaLimits.USUAL);
    Files.write(office.folder().resolve("photo.png"), new byte[16 << 20]);
    Result upload = upload();

    assertThat(upload.err())
        .contains("\rTaking in photo.png")
        .contains("\rSent [###############               ] 8.4 MB of 16.8 MB of photo.png")
        .contains("\rSent [##############################] 16.8 MB of 16.8 MB of photo.png");
  }

  @Test
  void progress_elsewhere_isALineNowAndThen_andOnlyOfLargeFiles() throws IOException {
    office.server().media().limit(MediaLimits.USUAL);
    assertThat(upload().err()).doesNotContain("Sent");
    Files.write(office.folder().resolve("photo.png"), new byte[16 << 20]);
    Result upload = upload();

    assertThat(upload.err().lines().filter(line -> line.startsWith("Sent"))).hasSize(10);
    assertThat(upload.err()).contains("Sent 16.8 MB of 16.8 MB of photo.png");
    assertThat(upload("--json").err()).isEmpty();
  }

  @Test
  void later_andWithoutAToken_theFileIsOnlyTakenIn() throws IOException {
    Result later = upload("--later");
    Result signedOut =
        office.call(
            Map.of("SYNC_DATABASE", "ana.db"),
            "",
            "upload",
            "photo.png",
            "--record",
            "note/n1",
            "--field",
            "/back",
            "--name",
            "back.png");
    Files.delete(office.folder().resolve("photo.png"));

    assertThat(later.code()).isZero();
    assertThat(later.out()).isEqualTo("Took in photo.png for note/n1. sync sends it.\n");
    assertThat(signedOut.out()).contains("Took in back.png for note/n1");
    assertThat(office.sentParts).isEmpty();
    assertThat(office.ana("status").out()).contains("Uploads    2  (uploads)");
    assertThat(office.ana("sync").out()).contains("Uploaded photo.png", "Uploaded back.png");
  }

  @Test
  void offline_theFileWaits_andUsesUpNoAttempt() {
    office.online = false;
    Result upload = upload();
    assertThat(upload.code()).isEqualTo(1);
    assertThat(upload.out()).contains("1 file not there yet");
    assertThat(upload.err()).contains("can't be reached");
    assertThat(office.ana("uploads", "--json").json().toString())
        .contains("\"state\":\"WAITING\"", "\"attempts\":0", "\"waiting\":1");
  }

  @Test
  void json_tellsHowItStands() {
    String answer = upload("--json").json().toString();
    assertThat(answer)
        .contains(
            "\"state\":\"DONE\"",
            "\"fileName\":\"photo.png\"",
            "\"contentType\":\"image/png\"",
            "\"sentBytes\":35",
            "\"field\":\"/photo\"",
            "\"url\":\"" + onlyFile().url() + "\"");
    office.ana("put", "note", "n2", "{}");
    assertThat(office.ana("sync", "--json").json().toString())
        .contains("\"uploaded\":0", "\"uploads\":0");
  }

  @Test
  void recordInConflict_isNoProblem_andTheFileComesWithTheDecision() {
    office.clash("bill");
    office.ben("put", "invoice", "bill", "{\"amount\":112,\"number\":\"2026-1\"}");
    Result upload =
        office.ben("upload", "photo.png", "--record", "invoice/bill", "--field", "/scan");
    assertThat(upload.code()).as(upload.all()).isZero();
    assertThat(upload.out()).contains("Waits: photo.png for invoice/bill.", "1 conflict to decide");

    office.ben("resolve", "invoice/bill", "--keep-local");
    assertThat(office.ben("sync").out()).contains("Uploaded photo.png: invoice/bill names it now");
    office.ana("sync");
    assertThat(office.ana("get", "invoice", "bill").out()).contains(onlyFile().url());
  }

  @Test
  void refused_isToldWithItsReason_andDismissed() throws IOException {
    Files.writeString(office.folder().resolve("photo.png"), ModelMedia.FORBIDDEN);
    Result upload = upload();
    assertThat(upload.code()).isEqualTo(1);
    assertThat(upload.out())
        .contains("Refused: photo.png for note/n1.", "text/x-forbidden", "uploads dismiss");
    assertThat(office.ana("uploads", "retry", id()).err())
        .contains("photo.png is refused: uploads retry does not go with that.");
    assertThat(office.ana("uploads", "dismiss", id()).out()).contains("off the list");
    assertThat(office.ana("uploads").err()).contains("0 files");
    assertThat(office.ana("sync").code()).isZero();
  }

  @Test
  void refused_isToldApartFromWhatWaits_untilItIsDismissed() throws IOException {
    Files.writeString(office.folder().resolve("photo.png"), ModelMedia.FORBIDDEN);
    upload();
    String id = id();
    Result later = office.ana("sync");

    assertThat(later.code()).as("it was told once").isZero();
    assertThat(later.out())
        .contains("1 file refused, which does not go again: photo.png for note/n1")
        .contains("uploads dismiss " + id)
        .doesNotContain("not there yet");
    assertThat(office.ana("sync", "--json").json().toString())
        .contains("\"uploads\":1", "\"uploadsRefused\":1", "\"uploadsParked\":0");
    assertThat(office.ana("uploads").err()).contains("1 file, 0 not there yet, 1 refused.");
    office.ana("uploads", "dismiss", id);
    assertThat(office.ana("sync").out()).doesNotContain("refused");
  }

  @Test
  void paused_rests_untilItIsResumed() {
    upload("--later");
    assertThat(office.ana("uploads", "pause", id()).out()).contains("Paused photo.png.");
    assertThat(office.ana("sync").out()).contains("1 file not there yet");
    assertThat(office.ana("uploads").out()).contains("paused  photo.png");
    assertThat(office.ana("uploads", "resume", id()).out()).contains("with the next sync");
    assertThat(office.ana("sync").out()).contains("Uploaded photo.png");
    assertThat(office.ana("uploads", "pause", id()).code()).isEqualTo(1);
  }

  @Test
  void parked_goesAgain_whenItIsRetried() {
    upload("--later");
    office.ana("delete", "note", "n1");
    Result sync = office.ana("sync");
    assertThat(sync.code()).isEqualTo(1);
    assertThat(sync.out())
        .contains("Parked: photo.png is not in note/n1.", "was deleted", "uploads retry");
    Result again = office.ana("sync");
    assertThat(again.code()).as("it was told once").isZero();
    assertThat(again.out())
        .contains("1 file parked: photo.png for note/n1", "uploads retry " + id())
        .doesNotContain("not there yet");

    office.ana("put", "note", "n1", "{}");
    assertThat(office.ana("uploads", "retry", id()).out()).contains("goes again");
    assertThat(office.ana("sync").out()).contains("Uploaded photo.png");
  }

  @Test
  void cancelled_isGone_hereAndThere() {
    office.breakingAt = 2;
    upload();
    assertThat(office.ana("uploads", "cancel", id()).out()).contains("Gave up photo.png.");
    assertThat(office.ana("uploads").out()).isEmpty();
    office.ana("sync");
    assertThat(office.server().media().uploads())
        .allMatch(file -> file.phase().name().equals("ABORTED"));
  }

  @Test
  void wrongUsage_isTold() {
    assertThat(office.ana("upload", "photo.png", "--record", "note/n1").code()).isEqualTo(2);
    assertThat(office.ana("upload", "photo.png", "--record", "n1", "--field", "/photo").err())
        .contains("is no record; one is named like note/n1");
    Result none = office.ana("upload", "none", "--record", "note/n1", "--field", "/photo");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("There is no such file").doesNotContain("put");
    assertThat(office.ana("upload", "photo.png", "--record", "note/n9", "--field", "/p").err())
        .contains("There is no such record here");
    assertThat(office.ana("uploads", "cancel", "x").err()).contains("There is no upload x");
    assertThat(office.ana("uploads", "--help").out())
        .contains("pause", "resume", "cancel", "retry", "dismiss");
    assertThat(office.ana("uploads", "pause", "--help").out()).contains("Lets an upload rest");
  }
}
