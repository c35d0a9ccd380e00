package org.tidemark.client.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tidemark.client.transport.PolicyAnswer;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.policy.PolicyPrinter;
import org.tidemark.core.policy.PolicyReader;
import org.tidemark.core.policy.PolicyReading;
import org.tidemark.core.record.SpaceId;

/** The server's merge policies as they were last told, for previews and suggestions. */
public final class PolicyTable {

  private static final String SPACES = "spaces";

  private final Sql sql;

  PolicyTable(Sql sql) {
    this.sql = sql;
  }

  public List<PolicyAnswer> all() throws SQLException {
    List<PolicyAnswer> policies = new ArrayList<>();
    List<String[]> rows =
        sql.list(
            row -> new String[] {row.getString("body"), row.getString(SPACES)},
            "select body, spaces from policy order by type, spaces");
    for (String[] row : rows) {
      if (PolicyReader.read(JsonReader.readStored(row[0])) instanceof PolicyReading.Valid valid) {
        policies.add(new PolicyAnswer(valid.policy(), spaces(row[1])));
      }
    }
    return policies;
  }

  public void replace(List<PolicyAnswer> policies) throws SQLException {
    sql.run("delete from policy");
    for (PolicyAnswer policy : policies) {
      sql.run(
          "insert into policy (type, spaces, body) values (?, ?, ?)",
          policy.policy().type(),
          text(policy),
          PolicyPrinter.print(policy.policy()).canonicalText());
    }
  }

  private static String text(PolicyAnswer policy) {
    List<Json> names = new ArrayList<>();
    policy.spaces().forEach(space -> names.add(new JsonString(space.value())));
    return JsonObject.EMPTY.with(SPACES, new JsonArray(names)).canonicalText();
  }

  private static SortedSet<SpaceId> spaces(String text) {
    TreeSet<SpaceId> spaces = new TreeSet<>();
    if (JsonReader.readStored(text).get(SPACES) instanceof JsonArray names) {
      for (Json name : names.elements()) {
        spaces.add(new SpaceId(((JsonString) name).value()));
      }
    }
    return spaces;
  }
}
