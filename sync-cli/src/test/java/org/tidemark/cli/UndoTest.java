package org.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.cli.Office.Result;

/** Undo: what was overridden, and the question before a later edit is. */
class UndoTest {

  private Office office;

  @BeforeEach
  void overridden(@TempDir Path folder) {
    office = new Office(folder);
    office.clash("bill-1");
    office.ben("resolve", "invoice/bill-1", "--use-server");
  }

  @Test
  void undo_lists_forPeopleAndMachines() {
    Result list = office.ben("undo");
    assertThat(list.out())
        .contains("   1  2026-", "invoice/bill-1, your side, before a conflict was decided");
    assertThat(office.ben("undo", "--json").json().toString())
        .contains("\"snapshot\":1", "\"amount\":110", "\"reason\":\"RESOLVED\"");
    assertThat(office.ana("undo").err()).contains("nothing to undo");
  }

  @Test
  void undo_overALaterEdit_asks_andANoLeavesIt() {
    office.ben("put", "invoice", "bill-1", "{\"amount\":130}");
    Result no = office.ben("undo", "1");
    assertThat(no.code()).isEqualTo(1);
    assertThat(no.err()).contains("was changed since: it is {\"amount\":130}");
    assertThat(office.ben("get", "invoice", "bill-1").out()).contains("130");

    assertThat(office.call("ben", "yes\n", "undo", "1").code()).isZero();
    assertThat(office.ben("get", "invoice", "bill-1").out()).contains("110");
    assertThat(office.ben("undo", "2", "--yes").out()).contains("130");
  }

  @Test
  void undo_byTheRecordsName_takesTheNewest() {
    assertThat(office.ben("undo", "invoice/bill-1").out()).contains("\"amount\":110");
  }

  @Test
  void undo_ofWhatIsNotThere_isTold() {
    assertThat(office.ben("undo", "99").err()).contains("no snapshot 99");
    assertThat(office.ben("undo", "invoice/none").code()).isEqualTo(1);
    assertThat(office.ben("undo", "nonsense").code()).isEqualTo(2);
  }
}
