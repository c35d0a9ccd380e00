package org.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.cli.Office.Result;
import org.tidemark.client.SyncClient;
import org.tidemark.client.settings.ClientSettings;

/** Whose data, which server, which token: named once, then remembered, but for the token. */
class SettingsTest {

  private static final String SERVER = "https://tidemark.test/sync";

  private Office office;

  @BeforeEach
  void open(@TempDir Path folder) {
    office = new Office(folder);
  }

  private Result bare(String... arguments) {
    return office.call(Map.of(), "", arguments);
  }

  private Result withToken(String... arguments) {
    return office.call(Map.of("SYNC_TOKEN", Office.token("ana")), "", arguments);
  }

  @Test
  void firstCall_isRemembered_butForTheToken() throws IOException {
    assertThat(withToken("--server", SERVER + "/", "--space", "demo", "sync").code()).isZero();
    assertThat(bare("put", "note", "n1", "{}").code()).isZero();
    assertThat(withToken("sync").code()).isZero();

    assertThat(bare("status").out()).contains("ana at " + SERVER, "Space      demo");
    byte[] file = Files.readAllBytes(office.folder().resolve("tidemark.db"));
    assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain(Office.token("ana"));
  }

  @Test
  void firstCall_withoutServerOrUser_saysWhatIsMissing_andMakesNoFile() {
    Result noServer = bare("status");
    Result noUser = bare("status", "--server", SERVER);

    assertThat(noServer.code()).isEqualTo(2);
    assertThat(noServer.err()).contains("no data file", "--server or SYNC_URL");
    assertThat(noUser.code()).isEqualTo(2);
    assertThat(noUser.err()).contains("Whose records", "SYNC_TOKEN");
    assertThat(office.folder()).isEmptyDirectory();
  }

  @Test
  void namedOptions_areBeforeOrAfterTheCommand() {
    assertThat(bare("--user", "ana", "--server", SERVER, "status").code()).isZero();
    assertThat(bare("status", "--database", "b.db", "--user", "ben", "--server", SERVER).out())
        .contains("ben at");
  }

  @Test
  void tokenFile_isRead_andABadOneIsRefused() throws IOException {
    Files.writeString(office.folder().resolve("token"), Office.token("ana") + "\n");
    Files.writeString(office.folder().resolve("empty"), "\n");

    assertThat(bare("sync", "--server", SERVER, "--token-file", "token").code()).isZero();
    assertThat(bare("sync", "--token-file", "empty").err()).contains("no bearer token");
    assertThat(bare("sync", "--token-file", "none").err()).contains("can't be read");
    assertThat(bare("sync").err()).contains("There is no token to sign in with");
  }

  @Test
  void tokenOfSomebodyElse_neverMeetsTheseData() {
    withToken("status", "--server", SERVER);
    Result ben = office.call(Map.of("SYNC_TOKEN", Office.token("ben")), "", "sync");
    assertThat(ben.code()).isEqualTo(1);
    assertThat(ben.err()).contains("The token is of ben", "are of ana");
  }

  @Test
  void tokenThatNamesNobody_onANewFile_isSaidTo() {
    Result garbage = office.call(Map.of("SYNC_TOKEN", "garbage"), "", "sync", "--server", SERVER);
    assertThat(garbage.err()).contains("The token that was given names nobody", "--user");
  }

  @Test
  void tokenFile_thatHoldsSomebodyElsesTokenSince_isShownToNobody() throws IOException {
    Path file = Files.writeString(office.folder().resolve("token"), Office.token("ana"));
    bare("put", "note", "n1", "{}", "--server", SERVER, "--token-file", "token");
    office.beforeRequest = () -> write(file, Office.token("ben"));
    Result sync = bare("sync", "--token-file", "token");

    assertThat(sync.code()).isEqualTo(1);
    assertThat(sync.err())
        .contains("The token is of ben", "are of ana", "SIGN_IN: the token is of ben")
        .doesNotContain("\tat ");
    assertThat(office.shownTokens).isEmpty();

    write(file, Office.token("ana"));
    office.beforeRequest = () -> {};
    assertThat(bare("sync", "--token-file", "token").out()).contains("sent 1 change");
    assertThat(office.shownTokens).containsOnly(Office.token("ana"));
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void refusedToken_saysHowToSignIn() {
    office.refusing = true;
    Result sync = office.ana("sync");
    Result json = office.ana("sync", "--json");

    assertThat(sync.code()).isEqualTo(1);
    assertThat(sync.err())
        .contains("You are signed out", "--token-file", "(SIGN_IN: HTTP 401, request request-7)")
        .doesNotContain("\tat ");
    assertThat(json.code()).isEqualTo(1);
    assertThat(json.json().toString()).contains("\"code\":\"SIGN_IN\"", "\"complete\":false");
  }

  @Test
  void serverThatMoved_isNamedOnce_andGetsWhatWasEdited() {
    withToken("put", "note", "n1", "{}", "--server", "https://old.test/sync");
    assertThat(bare("moved", "--server", SERVER).out()).contains("ana sync with " + SERVER);
    assertThat(withToken("sync", "--server", SERVER).code()).isZero();
    assertThat(bare("status", "--server", "https://old.test/sync").code()).isEqualTo(1);
    assertThat(bare("moved").code()).isEqualTo(2);
    assertThat(bare("moved", "--server", SERVER, "--database", "none.db").err())
        .contains("There is no data file");
  }

  @Test
  void anotherServer_isRefused() {
    withToken("sync", "--server", SERVER);
    Result moved = bare("status", "--server", "https://other.test/sync", "--json");
    assertThat(moved.code()).isEqualTo(1);
    assertThat(moved.err()).contains("of the server " + SERVER, "moved --server");
    assertThat(moved.json().toString()).contains("\"code\":\"DATABASE_OF_ANOTHER\"");
    assertThat(bare("status", "--server", "tidemark.test").code()).isEqualTo(2);
  }

  @Test
  void addressThatNeverAnswered_givesWayToTheRightOne() {
    office.foreign = true;
    Result wrong = withToken("sync", "--server", "https://tidemark.test");
    Result put = bare("put", "note", "n1", "{}");
    office.foreign = false;
    Result right = withToken("sync", "--server", SERVER);

    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.err())
        .contains("There is no sync server at https://tidemark.test right now", "check the address")
        .doesNotContain("give the change up", "dismiss");
    assertThat(put.code()).isZero();
    assertThat(right.code()).as(right.all()).isZero();
    assertThat(right.out()).contains("sent 1 change");
    assertThat(right.err())
        .contains("syncs with " + SERVER + " now", "https://tidemark.test never answered");
    assertThat(bare("status").out()).contains("ana at " + SERVER);
  }

  @Test
  void secondProcess_isToldThatTheDataAreOpen() {
    withToken("status", "--server", SERVER);
    ClientSettings held =
        ClientSettings.of(
            URI.create(SERVER), "ana", () -> "t", office.folder().resolve("tidemark.db"));
    try (SyncClient other = SyncClient.open(held)) {
      Result result = bare("list", "note");
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.err()).contains("Another program has these data open").hasLineCount(3);
      assertThat(other.status().records()).isZero();
    }
  }

  @Test
  void use_changesTheUsualSpace_andNamedOnesCountForTheirCall() {
    withToken("sync", "--server", SERVER);
    assertThat(bare("status").out()).contains("Space      ~ana  (others: demo)");
    bare("put", "note", "n1", "{}", "--space", "demo");
    assertThat(bare("list", "note").out()).isEmpty();
    assertThat(bare("use", "demo").code()).isZero();
    assertThat(bare("list", "note").out()).contains("n1");
    assertThat(bare("use", "elsewhere").err()).contains("not a member");
  }

  @Test
  void wrongUsage_isTwo_withASentenceAndNoTrace() {
    for (String[] wrong :
        new String[][] {
          {"statsu"},
          {"put"},
          {"list", "1note"},
          {"list", "note", "--limit", "x"},
          {"get", "note", ""}
        }) {
      Result result = office.ana(wrong);
      assertThat(result.code()).as(result.err()).isEqualTo(2);
      assertThat(result.err()).contains("--help").doesNotContain("Exception", "\tat ");
    }
    assertThat(bare().err()).contains("Usage: sync-cli", "conflicts");
    assertThat(bare("resolve", "--help").out()).contains("--keep-local", "--database");
  }

  @Test
  void foreignFile_isRefusedUntouched() throws IOException {
    Files.writeString(
        office.folder().resolve("letter.db"), "Dear Ben, this is no database. ".repeat(9));
    Result result = bare("status", "--database", "letter.db", "--user", "ana", "--server", SERVER);
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).doesNotContain("Exception", "\tat ");
    assertThat(office.folder().resolve("letter.db")).content().startsWith("Dear Ben");
  }
}
