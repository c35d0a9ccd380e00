package org.tidemark.it.race;

import org.tidemark.it.load.Store;
import org.tidemark.launcher.Database;

/** Makes one more database in a PostgreSQL that runs. */
public final class EmptyDatabase {

  private EmptyDatabase() {}

  public static Database.External create(Database host, String name) {
    var url = host.jdbcUrl().substring(0, host.jdbcUrl().lastIndexOf('/') + 1);
    new Store(new Database.External(url + "postgres", "postgres", "postgres"))
        .execute("create database " + name + " owner " + host.user());
    return new Database.External(url + name, host.user(), host.password());
  }
}
