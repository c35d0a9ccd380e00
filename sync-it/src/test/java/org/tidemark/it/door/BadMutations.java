package org.tidemark.it.door;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;

/** Mutations that are fine but for one thing, each with the name of that thing. */
final class BadMutations {

  private static final String NEW = "\"id\":\"never\"";
  static final String FINE =
      "{\"clientMutationId\":\"bad\",\"operation\":\"UPSERT\",\"entityType\":\"profile\","
          + NEW
          + ",\"data\":{\"a\":1},\"updatedAt\":\"2026-03-01T12:00:00Z\"}";

  static final String[] MEMBERS = {
    "clientMutationId", "operation", "entityType", "id", "data", "updatedAt"
  };

  private final Map<String, String> mutations = new LinkedHashMap<>();

  private BadMutations() {}

  static Map<String, String> all() {
    BadMutations bad = new BadMutations();
    bad.wrongMembers();
    bad.wrongOptionalMembers();
    bad.wrongTexts();
    bad.wrongData();
    return bad.mutations;
  }

  private void wrongMembers() {
    for (String member : MEMBERS) {
      for (String value :
          new String[] {"null", "7", "true", "[]", "[{}]", "\"\"", "1e400", "{\"\":[]}"}) {
        boolean fine = member.equals("data") && value.startsWith("{");
        if (!fine) {
          add(member + ": " + value, replaced(member, value));
        }
      }
      add(member + " missing", replaced(member, "null").replace("\"" + member + "\":null,", ""));
    }
    add("an unknown member", FINE.replace("\"data\":", "\"version\":1,\"data\":"));
    add("data of a deletion", FINE.replace("UPSERT", "DELETE"));
  }

  private void wrongOptionalMembers() {
    Map<String, String[]> wrong =
        Map.of(
            "space", new String[] {"7", "[]", "{}", "\"\"", "\"\\u0000\"", "\"\\udc00\"", "true"},
            "base", new String[] {"7", "[]", "\"x\"", "true", "{\"a\":\"\\u0000\"}"},
            "baseVersion",
                new String[] {"\"1\"", "0", "-1", "1.5", "2147483648", "1e99", "[]", "{}", "true"},
            "previous", new String[] {"7", "[]", "{}", "\"\"", "\"bad\"", "\"\\u0007\""},
            "fieldTimes",
                new String[] {
                  "7",
                  "[]",
                  "\"x\"",
                  "{\"a\":\"2026-03-01T12:00:00Z\"}",
                  "{\"/a\":7}",
                  "{\"/a\":null}",
                  "{\"/a\":\"soon\"}",
                  "{\"/a/b\":\"2026-03-01T12:00:00Z\"}"
                },
            "sequence",
                new String[] {"\"x\"", "-1", "1.5", "1e400", "9007199254740993000", "[]", "true"});
    wrong.forEach(
        (member, values) -> {
          for (String value : values) {
            add(
                member + ": " + value,
                FINE.replace("{\"clientM", "{\"" + member + "\":" + value + ",\"clientM"));
          }
        });
  }

  private void wrongTexts() {
    for (String member : new String[] {"clientMutationId", "entityType", "id"}) {
      for (String value :
          new String[] {
            "\\u0000",
            "a\\u0000b",
            "\\ud800",
            "\\udc00x",
            "x\\ud800",
            "\\u0007",
            "\\n",
            "\\u009f",
            "x".repeat(129),
            "x".repeat(100_000)
          }) {
        add(member + ": " + shown(value), replaced(member, "\"" + value + "\""));
      }
    }
    for (String value :
        new String[] {
          "yesterday",
          "2026",
          "2026-03-01",
          "2026-03-01T12:00:00",
          "2026-13-01T12:00:00Z",
          "2026-02-29T12:00:00Z",
          "2026-03-01T25:00:00Z",
          "2026-03-01T12:00:00+99:00",
          "1772366400000",
          "-2026-03-01T12:00:00Z",
          "+99999999-03-01T12:00:00Z",
          "\\u0000",
          "2026-03-01T12:00:00Z "
        }) {
      add("updatedAt: " + value, replaced("updatedAt", "\"" + value + "\""));
    }
    for (String value : new String[] {"upsert", "PATCH", "UPSERT ", "INSERT", "\\u0000"}) {
      add("operation: " + value, replaced("operation", "\"" + value + "\""));
    }
    for (String value : new String[] {"7up", "_x", "a b", "a/b", "ä", "x".repeat(65)}) {
      add("entityType: " + shown(value), replaced("entityType", "\"" + value + "\""));
    }
  }

  private void wrongData() {
    for (String value :
        new String[] {
          "{\"a\":\"\\u0000\"}",
          "{\"a\\u0000\":1}",
          "{\"a\":\"\\ud800\"}",
          "{\"\\udc00\":1}",
          "{\"a\":[\"\\udc00\\ud800\"]}",
          "{\"a\":1,\"a\":1}",
          "{\"a\":{\"b\":1,\"b\":2}}",
          "{\"a\":1,\"\\u0061\":2}",
          "{\"a\":1e5000}",
          "{\"a\":-1e5000}",
          "{\"a\":1e-5000}",
          "{\"a\":1e999999999999}",
          "{\"a\":" + "9".repeat(600) + "}",
          "{\"a\":0." + "1".repeat(600) + "}",
          "{\"a\":\"" + "x".repeat(1_100_000) + "\"}",
          "{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}",
          "{\"a\":" + "[".repeat(900) + "]".repeat(900) + "}",
          "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
          "{\"a\":" + "[".repeat(500_000) + "]".repeat(500_000) + "}",
          "{\"a\":".repeat(70) + "1" + "}".repeat(70),
          "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000)
        }) {
      add("data: " + shown(value), replaced("data", value));
    }
  }

  private static String replaced(String member, String value) {
    return FINE.replaceFirst(
        "\"" + member + "\":(\"[^\"]*\"|\\{[^}]*\\})",
        Matcher.quoteReplacement("\"" + member + "\":" + value));
  }

  private void add(String what, String mutation) {
    mutations.put(what, mutation);
  }

  static String shown(String text) {
    return text.length() <= 60
        ? text
        : text.substring(0, 40) + "… " + text.length() + " characters";
  }
}
