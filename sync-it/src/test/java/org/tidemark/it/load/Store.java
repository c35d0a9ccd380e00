package org.tidemark.it.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.launcher.Database;

/** What is in the database, past the server. */
public record Store(Database database) {

  /** A record's row, and how many past versions of it are kept. */
  public record Row(int version, @Nullable String data, int pastVersions) {}

  private static final String ROWS =
      """
      select r.space, r.entity_type, r.id, r.version, r.data,
             (select count(*) from revision v
               where v.space = r.space and v.entity_type = r.entity_type and v.id = r.id
                 and v.beside = '' and v.version < r.version) as past
        from record r
      """;

  public Map<RecordName, Row> records() {
    return query(ROWS, Store::record).stream()
        .collect(HashMap::new, (map, row) -> map.put(row.getKey(), row.getValue()), Map::putAll);
  }

  public Row record(RecordName name) {
    var where =
        "where r.space = '%s' and r.entity_type = '%s' and r.id = '%s'"
            .formatted(name.space(), name.entityType(), name.id());
    return query(ROWS + where, Store::record).get(0).getValue();
  }

  public long number(String query) {
    return query(query, row -> row.getLong(1)).get(0);
  }

  public List<String> texts(String query) {
    return query(query, row -> row.getString(1));
  }

  public void execute(String statements) {
    try (var connection = connect(database);
        var statement = connection.createStatement()) {
      statement.execute(statements);
    } catch (SQLException e) {
      throw new IllegalStateException(statements, e);
    }
  }

  private static Map.Entry<RecordName, Row> record(ResultSet row) throws SQLException {
    return Map.entry(
        new RecordName(row.getString("space"), row.getString("entity_type"), row.getString("id")),
        new Row(row.getInt("version"), row.getString("data"), row.getInt("past")));
  }

  private <T> List<T> query(String query, Reading<T> reading) {
    try (var connection = connect(database);
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      var found = new ArrayList<T>();
      while (row.next()) {
        found.add(reading.of(row));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  private static Connection connect(Database database) throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  @FunctionalInterface
  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }
}
