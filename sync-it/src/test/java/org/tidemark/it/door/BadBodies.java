package org.tidemark.it.door;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * Some hundreds of bodies that no client should send. Around each stands a push by {@code CLIENT}
 * that would be fine but for one thing.
 */
final class BadBodies {

  /** A body and what is wrong with it. */
  record BadBody(String what, byte[] bytes) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static final String QUERY =
      "mutation($input: SyncInput!) { sync(input: $input) { results { status error { code } } } }";

  private static final String NEW = "\"id\":\"never\"";
  private static final String MUTATION =
      "{\"clientMutationId\":\"bad\",\"operation\":\"UPSERT\",\"entityType\":\"profile\","
          + NEW
          + ",\"data\":{\"a\":1},\"updatedAt\":\"2026-03-01T12:00:00Z\"}";

  private static final String[] MEMBERS = {
    "clientMutationId", "operation", "entityType", "id", "data", "updatedAt"
  };

  private final String clientId;
  private final List<BadBody> bodies = new ArrayList<>();

  private BadBodies(String clientId) {
    this.clientId = clientId;
  }

  static List<BadBody> all(String clientId) {
    BadBodies bad = new BadBodies(clientId);
    bad.truncated();
    bad.notEvenJson();
    bad.wrongEnvelopes();
    bad.wrongMembers();
    bad.wrongOptionalMembers();
    bad.wrongTexts();
    bad.wrongData();
    bad.duplicates();
    return bad.bodies;
  }

  private void truncated() {
    byte[] whole = request(MUTATION).getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length += 7) {
      byte[] part = new byte[length];
      System.arraycopy(whole, 0, part, 0, length);
      bodies.add(new BadBody("cut after " + length + " bytes", part));
    }
  }

  private void notEvenJson() {
    String fine = request(MUTATION);
    for (String text :
        new String[] {
          "nul", "tru", "{]", "[}", "{\"query\"}", "{\"query\":}", "{query:\"x\"}", "{'query':'x'}",
          "{\"query\":\"{ policies { version } }\",}", "<xml/>", "query=x", "\u0000", "\uFEFF" + fine,
          fine + "x", fine + fine, fine + ",", fine.replace(":1}", ":01}"), fine.replace(":1}", ":+1}"),
          fine.replace(":1}", ":.5}"), fine.replace(":1}", ":1.}"), fine.replace(":1}", ":1e}"),
          fine.replace(":1}", ":0x10}"), fine.replace(":1}", ":NaN}"), fine.replace(":1}", ":Infinity}"),
          fine.replace(":1}", ":\"\\x41\"}"), fine.replace(":1}", ":\"\\u12\"}"),
          fine.replace(":1}", ":\"a\nb\"}"), fine.replace(":1}", ":\"a\tb\"}"),
          fine.replace(":1}", ":\"a\u0000b\"}"), fine.replace(":1}", ":1 /* one */}"),
          fine.replace(":1}", ":1, }"), fine.replace(":1}", ":undefined}")
        }) {
      add("not JSON: " + shown(text), text);
    }
    bodies.add(new BadBody("UTF-16", fine.getBytes(StandardCharsets.UTF_16)));
    bodies.add(new BadBody("UTF-16LE", fine.getBytes(StandardCharsets.UTF_16LE)));
    bodies.add(new BadBody("UTF-32", fine.getBytes(Charset.forName("UTF-32BE"))));
    for (int wrong : new int[] {0x80, 0xC0, 0xC1, 0xF5, 0xFE, 0xFF}) {
      byte[] bytes = fine.replace("never", "nevXr").getBytes(StandardCharsets.UTF_8);
      bytes[indexOf(bytes, (byte) 'X')] = (byte) wrong;
      bodies.add(new BadBody("not UTF-8: " + Integer.toHexString(wrong), bytes));
    }
    bodies.add(new BadBody("a surrogate in UTF-8", withBytes(fine, 0xED, 0xA0, 0x80)));
    bodies.add(new BadBody("an overlong slash", withBytes(fine, 0xC0, 0xAF)));
    bodies.add(new BadBody("beyond Unicode", withBytes(fine, 0xF4, 0x90, 0x80, 0x80)));
  }

  private void wrongEnvelopes() {
    for (String text :
        new String[] {
          "null", "true", "7", "\"x\"", "[]", "{}", "[" + request(MUTATION) + "]",
          "{\"query\":null}", "{\"query\":7}", "{\"query\":[]}", "{\"query\":{}}", "{\"query\":\"\"}",
          "{\"query\":\" \"}", "{\"query\":\"\\u0000\"}", "{\"query\":\"\\ud800\"}", "{\"query\":\"{\"}",
          "{\"query\":\"" + "{a".repeat(2_000) + "\"}", "{\"query\":\"" + "#".repeat(300_000) + "\"}",
          "{\"query\":\"{ __typename \",\"variables\":{}}", "{\"Query\":\"{ policies { version } }\"}",
          "{\"query\":\"{ policies { version } }\",\"variables\":[]}",
          "{\"query\":\"{ policies { version } }\",\"variables\":\"x\"}",
          "{\"query\":\"{ policies { version } }\",\"variables\":7}",
          "{\"query\":\"{ policies { version } }\",\"operationName\":7}",
          "{\"query\":\"{ policies { version } }\",\"operationName\":\"none\"}",
          "{\"query\":\"fragment F on Query { ...F } { ...F }\"}",
          "{\"query\":\"{ ...F } fragment F on Query { ...G } fragment G on Query { ...F }\"}",
          "{\"query\":\"query($a: Nothing) { policies { version } }\"}",
          "{\"query\":\"{ policies @nothing { version } }\"}",
          "{\"query\":\"{ conflicts(first: 99999999999) { total } }\"}",
          "{\"query\":\"{ conflicts(first: -1) { total } }\"}",
          "{\"query\":\"{ conflicts(after: \\\"x\\\") { total } }\"}",
          "{\"query\":\"{ conflicts(after: \\\"" + "A".repeat(5_000) + "\\\") { total } }\"}",
          "{\"query\":\"{ conflicts(status: SHUT) { total } }\"}",
          "{\"query\":\"{ conflicts(space: \\\"\\\") { total } }\"}",
          "{\"query\":\"{ conflict(conflictId: \\\"\\\") { status } }\"}",
          "{\"query\":\"{ conflict(conflictId: \\\"" + "x".repeat(500) + "\\\") { status } }\"}",
          "{\"query\":\"{ record(entityType: \\\"no type\\\", id: \\\"x\\\") { version } }\"}",
          "{\"query\":\"{ record(entityType: \\\"t\\\", id: \\\"\\\") { version } }\"}",
          "{\"query\":\"{ record(entityType: \\\"t\\\", id: \\\"\\\\u0000\\\") { version } }\"}",
          "{\"query\":\"{ revisions(entityType: \\\"t\\\", id: \\\"x\\\", limit: 0) { version } }\"}",
          "{\"query\":\"{ members(space: \\\"\\\") { user } }\"}",
          "{\"query\":\"mutation { createSpace(space: \\\"\\\") { space } }\"}",
          "{\"query\":\"mutation { createSpace(space: \\\"\\\\u0000\\\") { space } }\"}",
          "{\"query\":\"mutation { createSpace(space: \\\"" + "x".repeat(200) + "\\\") { space } }\"}"
        }) {
      add("envelope: " + shown(text), text);
    }
    for (String input :
        new String[] {
          "null", "7", "[]", "\"x\"", "{}", "{\"clientId\":\"CLIENT\"}", "{\"mutations\":[]}",
          "{\"clientId\":null,\"mutations\":[]}", "{\"clientId\":7,\"mutations\":[]}",
          "{\"clientId\":\"\",\"mutations\":[]}", "{\"clientId\":\"\\u0000\",\"mutations\":[]}",
          "{\"clientId\":\"\\ud800\",\"mutations\":[]}",
          "{\"clientId\":\"" + "x".repeat(129) + "\",\"mutations\":[]}",
          "{\"clientId\":\"CLIENT\",\"mutations\":null}", "{\"clientId\":\"CLIENT\",\"mutations\":7}",
          "{\"clientId\":\"CLIENT\",\"mutations\":[null]}", "{\"clientId\":\"CLIENT\",\"mutations\":[7]}",
          "{\"clientId\":\"CLIENT\",\"mutations\":[[]]}", "{\"clientId\":\"CLIENT\",\"mutations\":[{}]}",
          "{\"clientId\":\"CLIENT\",\"mutations\":[],\"more\":1}",
          "{\"clientId\":\"CLIENT\",\"clientTime\":7,\"mutations\":[]}",
          "{\"clientId\":\"CLIENT\",\"clientTime\":\"now\",\"mutations\":[]}",
          "{\"clientId\":\"CLIENT\",\"clientTime\":\"2026-02-30T00:00:00Z\",\"mutations\":[]}",
          "{\"clientId\":\"CLIENT\",\"clientTime\":\"+1000000000-12-31T23:59:59Z\",\"mutations\":[]}"
        }) {
      add("input: " + shown(input), envelope(input));
    }
  }

  private void wrongMembers() {
    for (String member : MEMBERS) {
      for (String value : new String[] {"null", "7", "true", "[]", "[{}]", "\"\"", "1e400", "{\"\":[]}"}) {
        boolean fine = member.equals("data") && value.startsWith("{");
        if (!fine) {
          add(member + ": " + value, request(replaced(member, value)));
        }
      }
      add(member + " missing", request(replaced(member, "null").replace("\"" + member + "\":null,", "")));
    }
    add("an unknown member", request(MUTATION.replace("\"data\":", "\"version\":1,\"data\":")));
    add("data of a deletion", request(MUTATION.replace("UPSERT", "DELETE")));
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
                  "7", "[]", "\"x\"", "{\"a\":\"2026-03-01T12:00:00Z\"}", "{\"/a\":7}", "{\"/a\":null}",
                  "{\"/a\":\"soon\"}", "{\"/a/b\":\"2026-03-01T12:00:00Z\"}"
                },
            "sequence", new String[] {"\"x\"", "-1", "1.5", "1e400", "9007199254740993000", "[]", "true"});
    wrong.forEach(
        (member, values) -> {
          for (String value : values) {
            add(
                member + ": " + value,
                request(MUTATION.replace("{\"clientM", "{\"" + member + "\":" + value + ",\"clientM")));
          }
        });
  }

  private void wrongTexts() {
    for (String member : new String[] {"clientMutationId", "entityType", "id"}) {
      for (String value :
          new String[] {
            "\\u0000", "a\\u0000b", "\\ud800", "\\udc00x", "x\\ud800", "\\u0007", "\\n", "\\u009f",
            "x".repeat(129), "x".repeat(100_000)
          }) {
        add(member + ": " + shown(value), request(replaced(member, "\"" + value + "\"")));
      }
    }
    for (String value :
        new String[] {
          "yesterday", "2026", "2026-03-01", "2026-03-01T12:00:00", "2026-13-01T12:00:00Z",
          "2026-02-29T12:00:00Z", "2026-03-01T25:00:00Z", "2026-03-01T12:00:00+99:00", "1772366400000",
          "-2026-03-01T12:00:00Z", "+99999999-03-01T12:00:00Z", "\\u0000", "2026-03-01T12:00:00Z "
        }) {
      add("updatedAt: " + value, request(replaced("updatedAt", "\"" + value + "\"")));
    }
    for (String value : new String[] {"upsert", "PATCH", "UPSERT ", "INSERT", "\\u0000"}) {
      add("operation: " + value, request(replaced("operation", "\"" + value + "\"")));
    }
    for (String value : new String[] {"7up", "_x", "a b", "a/b", "ä", "x".repeat(65)}) {
      add("entityType: " + shown(value), request(replaced("entityType", "\"" + value + "\"")));
    }
  }

  private void wrongData() {
    for (String value :
        new String[] {
          "{\"a\":\"\\u0000\"}", "{\"a\\u0000\":1}", "{\"a\":\"\\ud800\"}", "{\"\\udc00\":1}",
          "{\"a\":[\"\\udc00\\ud800\"]}", "{\"a\":1,\"a\":1}", "{\"a\":{\"b\":1,\"b\":2}}",
          "{\"a\":1,\"\\u0061\":2}", "{\"a\":1e5000}", "{\"a\":-1e5000}", "{\"a\":1e-5000}",
          "{\"a\":1e999999999999}", "{\"a\":" + "9".repeat(600) + "}", "{\"a\":0." + "1".repeat(600) + "}",
          "{\"a\":\"" + "x".repeat(1_100_000) + "\"}",
          "{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}",
          "{\"a\":" + "[".repeat(900) + "]".repeat(900) + "}",
          "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
          "{\"a\":" + "[".repeat(500_000) + "]".repeat(500_000) + "}",
          "{\"a\":".repeat(70) + "1" + "}".repeat(70), "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000)
        }) {
      add("data: " + shown(value), request(replaced("data", value)));
    }
  }

  private void duplicates() {
    String fine = request(MUTATION);
    add("query twice", fine.replaceFirst("\\{", "{\"query\":\"{ policies { version } }\","));
    add("variables twice", fine.replaceFirst("\\{", "{\"variables\":{},"));
    add("input twice", fine.replace("{\"input\":", "{\"input\":{},\"input\":"));
    add("clientId twice", fine.replace("{\"clientId\":", "{\"clientId\":\"x\",\"clientId\":"));
    add("mutations twice", fine.replace("\"mutations\":", "\"mutations\":[],\"mutations\":"));
    for (String member : MEMBERS) {
      add(
          member + " twice",
          request(MUTATION.replace("\"" + member + "\":", "\"" + member + "\":\"x\",\"" + member + "\":")));
    }
  }

  private static String replaced(String member, String value) {
    return MUTATION.replaceFirst(
        "\"" + member + "\":(\"[^\"]*\"|\\{[^}]*\\})",
        Matcher.quoteReplacement("\"" + member + "\":" + value));
  }

  private String request(String mutation) {
    return envelope("{\"clientId\":\"CLIENT\",\"mutations\":[" + mutation + "]}");
  }

  private String envelope(String input) {
    return ("{\"query\":\"" + QUERY + "\",\"variables\":{\"input\":" + input + "}}")
        .replace("CLIENT", clientId);
  }

  private void add(String what, String body) {
    bodies.add(new BadBody(what, body.getBytes(StandardCharsets.UTF_8)));
  }

  private static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 40) + "… " + text.length() + " characters";
  }

  private static int indexOf(byte[] bytes, byte wanted) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    throw new IllegalArgumentException("not there");
  }

  private static byte[] withBytes(String text, int... inserted) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int place = text.indexOf("never");
    byte[] changed = new byte[bytes.length + inserted.length];
    System.arraycopy(bytes, 0, changed, 0, place);
    for (int i = 0; i < inserted.length; i++) {
      changed[place + i] = (byte) inserted[i];
    }
    System.arraycopy(bytes, place, changed, place + inserted.length, bytes.length - place);
    return changed;
  }
}
