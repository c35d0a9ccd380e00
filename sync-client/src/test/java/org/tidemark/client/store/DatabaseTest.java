package org.tidemark.client.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.environment.StoreObserver;
import org.tidemark.client.problem.ClientException;

/** What the file may be, and what is said where it may not. */
class DatabaseTest {

  private Path file;

  @BeforeEach
  void name(@TempDir Path folder) {
    file = folder.resolve("sub").resolve("client.db");
  }

  private Database open() {
    return Database.open(file, StoreObserver.NONE);
  }

  private static void refused(ThrowingCallable opening, String code, String sentence) {
    assertThatThrownBy(opening)
        .isInstanceOfSatisfying(
            ClientException.class, e -> assertThat(e.problem().code()).isEqualTo(code))
        .hasMessageContaining(sentence);
  }

  private void sqlite(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement plain = connection.createStatement()) {
      plain.execute(statement);
    }
  }

  @Test
  void open_again_findsWhatWasWritten_durably() {
    try (Database database = open()) {
      database.change("set", tables -> tables.settings().set("a", 1));
    }
    try (Database database = open()) {
      assertThat(database.<Long>read(tables -> tables.settings().number("a", 0))).isEqualTo(1);
      assertThat(database.<Long>read(tables -> tables.settings().number("b", 7))).isEqualTo(7);
    }
  }

  @Test
  void open_writesAheadAndFully() throws SQLException {
    try (Database database = open()) {
      assertThat(database.file()).isEqualTo(file);
      assertThat(database.pragma("journal_mode")).isEqualTo("wal");
      assertThat(database.pragma("synchronous")).isEqualTo("2");
    }
  }

  @Test
  void open_twice_isRefused() {
    try (Database first = open()) {
      refused(this::open, "DATABASE_IN_USE", "Another program has these data open");
      assertThat(first.file()).exists();
    }
    open().close();
  }

  @Test
  void open_newerFile_isRefusedAndUntouched() throws SQLException {
    open().close();
    sqlite("pragma user_version = 99");
    refused(this::open, "DATABASE_NEWER", "newer version of this program");
    sqlite("pragma user_version = " + Database.schemaVersion());
    open().close();
  }

  @Test
  void open_fileOfTheFirstVersion_getsTheUploads_andKeepsWhatItHas() throws SQLException {
    try (Database database = open()) {
      database.change("set", tables -> tables.settings().set("a", 1));
    }
    sqlite("drop table uploads");
    sqlite("drop table upload_part");
    sqlite("drop index conflict_open");
    sqlite("drop index record_newest");
    sqlite("pragma user_version = 1");
    try (Database database = open()) {
      assertThat(database.<Long>read(tables -> tables.settings().number("a", 0))).isEqualTo(1);
      assertThat(database.<Integer>read(tables -> tables.uploads().count())).isZero();
      assertThat(database.pragma("user_version")).isEqualTo("" + Database.schemaVersion());
    }
  }

  @Test
  void open_whatIsNoDatabase_isRefused() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, "this is a text and no database, long enough to be looked at".repeat(20));
    refused(this::open, "DATABASE_CORRUPT", "The data file is damaged");
  }

  @Test
  void open_anotherProgramsDatabase_isRefused() throws IOException, SQLException {
    Files.createDirectories(file.getParent());
    sqlite("create table theirs (a)");
    refused(this::open, "DATABASE_OF_ANOTHER", "another user or server");
    sqlite("pragma user_version = 99");
    refused(this::open, "DATABASE_OF_ANOTHER", "another user or server");
  }

  @Test
  void write_thatFails_leavesTheLastGoodState() {
    try (Database database = open()) {
      database.change("set", tables -> tables.settings().set("a", 1));
      assertThatThrownBy(
              () ->
                  database.change(
                      "set",
                      tables -> {
                        tables.settings().set("a", 2);
                        throw new IllegalStateException("broken");
                      }))
          .isInstanceOf(IllegalStateException.class);
      assertThat(database.<Long>read(tables -> tables.settings().number("a", 0))).isEqualTo(1);
    }
  }

  @Test
  void write_onAFullDisk_isToldAndLeavesTheLastGoodState() {
    try (Database database = open()) {
      database.change("set", tables -> tables.settings().set("a", 1));
      database.pragma("max_page_count = 40");
      String large = "x".repeat(1_000_000);
      refused(
          () -> database.change("set", tables -> tables.settings().set("a", large)),
          "DISK_FULL",
          "The disk is full");
      assertThat(database.<Long>read(tables -> tables.settings().number("a", 0))).isEqualTo(1);
      database.change("set", tables -> tables.settings().set("a", 3));
      assertThat(database.<Long>read(tables -> tables.settings().number("a", 0))).isEqualTo(3);
    }
  }

  @Test
  void write_withinAWrite_isADefect() {
    try (Database database = open()) {
      assertThatThrownBy(
              () -> database.change("outer", outer -> database.change("inner", inner -> {})))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void closed_isTold() {
    Database database = open();
    database.close();
    database.close();
    refused(
        () -> database.change("set", tables -> tables.settings().set("a", 1)), "CLOSED", "closed");
  }

  @Test
  void open_noFileAtAll_isRefused_andNothingIsMade() {
    for (String name : List.of("", ".", "src")) {
      refused(
          () -> Database.open(Path.of(name), StoreObserver.NONE).close(),
          "DATABASE_UNWRITABLE",
          "can't be written");
    }
    assertThat(Path.of("src.lock")).doesNotExist();
  }
}
