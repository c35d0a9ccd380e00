package org.tidemark.server.database;

import java.sql.SQLException;

/** A concurrent transaction wrote first what this one was about to create. */
public class RaceLost extends SQLException {
  private static final long serialVersionUID = 1L;
  static final String SQL_STATE = "TM001";

  public RaceLost(String what) {
    super(what, SQL_STATE);
  }
}
