package org.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.cli.Office.Result;

/** Records: stored and read offline, sent later. */
class RecordTest {

  private Office office;

  @BeforeEach
  void open(@TempDir Path folder) {
    office = new Office(folder);
  }

  @Test
  void put_offline_isStored_andGoesWithTheNextSync() {
    office.online = false;
    Result put = office.ana("put", "note", "n1", "{\"title\":\"Grüße\"}");
    Result failed = office.ana("sync");
    Result offline = office.ana("get", "note", "n1");
    office.online = true;
    office.ana("sync");
    office.ben("sync");

    assertThat(put.code()).isZero();
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err()).contains("can't be reached", "Your changes are safe", "try again");
    assertThat(offline.out()).isEqualTo("{\"title\":\"Grüße\"}\n");
    assertThat(offline.err()).contains("not sent yet");
    assertThat(office.ben("get", "note", "n1").out()).isEqualTo(offline.out());
  }

  @Test
  void put_takesAFile_orTheInput() throws IOException {
    Files.writeString(office.folder().resolve("n.json"), "{\"a\":1}");

    assertThat(office.ana("put", "note", "n1", "@n.json").code()).isZero();
    assertThat(office.call("ana", "{\"a\":2}", "put", "note", "n2").code()).isZero();
    assertThat(office.ana("get", "note", "n1").out()).isEqualTo("{\"a\":1}\n");
    assertThat(office.ana("get", "note", "n2").out()).isEqualTo("{\"a\":2}\n");
    assertThat(office.ana("put", "note", "n3", "@none.json").code()).isEqualTo(2);
  }

  @Test
  void put_whatIsNoObject_isRefusedWithTheReason() {
    Result result = office.ana("put", "note", "n1", "[1]");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("not a JSON object", "change the content");
    assertThat(office.ana("get", "note", "n1").code()).isEqualTo(1);
  }

  @Test
  void put_whereTheTerminalLostALetter_storesNothing() {
    Result result = office.ana("put", "note", "n1", "{\"a\":\"\uFFFD\uFFFD\"}");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("@FILE");
  }

  @Test
  void list_goesOnAfterAnId() {
    for (String id : new String[] {"a", "b", "c"}) {
      office.ana("put", "note", id, "{\"title\":\"" + id + "\"}");
    }
    Result first = office.ana("list", "note", "--limit", "2");
    Result rest = office.ana("list", "note", "--after", "b", "--json");

    assertThat(first.out()).hasLineCount(2).contains("a", "not sent", "{\"title\":\"b\"}");
    assertThat(first.err()).contains("3 records", "--after 'b'");
    assertThat(rest.json().toString()).contains("\"id\":\"c\"", "\"next\":null", "\"count\":3");
  }

  @Test
  void delete_travels_andWhatIsNotThereIsTold() {
    office.ana("put", "note", "n1", "{}");
    office.ana("sync");
    office.ben("sync");
    assertThat(office.ben("delete", "note", "n1").code()).isZero();
    office.ben("sync");
    office.ana("sync");

    Result gone = office.ana("get", "note", "n1");
    assertThat(gone.code()).isEqualTo(1);
    assertThat(gone.err()).contains("There is no note/n1 in the space demo");
    assertThat(office.ana("delete", "note", "n1").code()).isEqualTo(1);
  }

  @Test
  void get_ofSomebodysControlCharacters_showsThemAsEscapes() {
    office.ana("put", "note", "n1", "{\"t\":\"\\u001b[2J\u009b2J\u202e\"}");
    Result get = office.ana("get", "note", "n1");
    assertThat(get.out()).isEqualTo("{\"t\":\"\\u001b[2J\\u009b2J\\u202e\"}\n");
  }
}
