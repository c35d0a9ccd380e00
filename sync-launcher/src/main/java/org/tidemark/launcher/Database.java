package org.tidemark.launcher;

/** A PostgreSQL to connect to. */
public sealed interface Database permits Database.External, EmbeddedDatabase {

  String jdbcUrl();

  String user();

  String password();

  /** One that others run, and that is theirs to stop. */
  record External(String jdbcUrl, String user, String password) implements Database {

    @Override
    public String toString() {
      return "External[" + jdbcUrl + ", " + user + "]";
    }
  }
}
