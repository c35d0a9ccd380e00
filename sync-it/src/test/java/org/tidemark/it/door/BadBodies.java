package org.tidemark.it.door;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

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
    BadMutations.all().forEach((what, mutation) -> bad.add(what, bad.request(mutation)));
    bad.duplicates();
    return bad.bodies;
  }

  private void truncated() {
    byte[] whole = request(BadMutations.FINE).getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length += 7) {
      byte[] part = new byte[length];
      System.arraycopy(whole, 0, part, 0, length);
      bodies.add(new BadBody("cut after " + length + " bytes", part));
    }
  }

  private void notEvenJson() {
    String fine = request(BadMutations.FINE);
    for (String text :
        new String[] {
          "nul",
          "tru",
          "{]",
          "[}",
          "{\"query\"}",
          "{\"query\":}",
          "{query:\"x\"}",
          "{'query':'x'}",
          "{\"query\":\"{ policies { version } }\",}",
          "<xml/>",
          "query=x",
          "\u0000",
          "\uFEFF" + fine,
          fine + "x",
          fine + fine,
          fine + ",",
          fine.replace(":1}", ":01}"),
          fine.replace(":1}", ":+1}"),
          fine.replace(":1}", ":.5}"),
          fine.replace(":1}", ":1.}"),
          fine.replace(":1}", ":1e}"),
          fine.replace(":1}", ":0x10}"),
          fine.replace(":1}", ":NaN}"),
          fine.replace(":1}", ":Infinity}"),
          fine.replace(":1}", ":\"\\x41\"}"),
          fine.replace(":1}", ":\"\\u12\"}"),
          fine.replace(":1}", ":\"a\nb\"}"),
          fine.replace(":1}", ":\"a\tb\"}"),
          fine.replace(":1}", ":\"a\u0000b\"}"),
          fine.replace(":1}", ":1 /* one */}"),
          fine.replace(":1}", ":1, }"),
          fine.replace(":1}", ":undefined}")
        }) {
      add("not JSON: " + BadMutations.shown(text), text);
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
          "null",
          "true",
          "7",
          "\"x\"",
          "[]",
          "{}",
          "[" + request(BadMutations.FINE) + "]",
          "{\"query\":null}",
          "{\"query\":7}",
          "{\"query\":[]}",
          "{\"query\":{}}",
          "{\"query\":\"\"}",
          "{\"query\":\" \"}",
          "{\"query\":\"\\u0000\"}",
          "{\"query\":\"\\ud800\"}",
          "{\"query\":\"{\"}",
          "{\"query\":\"" + "{a".repeat(2_000) + "\"}",
          "{\"query\":\"" + "#".repeat(300_000) + "\"}",
          "{\"query\":\"{ __typename \",\"variables\":{}}",
          "{\"Query\":\"{ policies { version } }\"}",
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
          "{\"query\":\"mutation { createSpace(space: \\\""
              + "x".repeat(200)
              + "\\\") { space } }\"}"
        }) {
      add("envelope: " + BadMutations.shown(text), text);
    }
    for (String input :
        new String[] {
          "null",
          "7",
          "[]",
          "\"x\"",
          "{}",
          "{\"clientId\":\"CLIENT\"}",
          "{\"mutations\":[]}",
          "{\"clientId\":null,\"mutations\":[]}",
          "{\"clientId\":7,\"mutations\":[]}",
          "{\"clientId\":\"\",\"mutations\":[]}",
          "{\"clientId\":\"\\u0000\",\"mutations\":[]}",
          "{\"clientId\":\"\\ud800\",\"mutations\":[]}",
          "{\"clientId\":\"" + "x".repeat(129) + "\",\"mutations\":[]}",
          "{\"clientId\":\"CLIENT\",\"mutations\":null}",
          "{\"clientId\":\"CLIENT\",\"mutations\":7}",
          "{\"clientId\":\"CLIENT\",\"mutations\":[null]}",
          "{\"clientId\":\"CLIENT\",\"mutations\":[7]}",
          "{\"clientId\":\"CLIENT\",\"mutations\":[[]]}",
          "{\"clientId\":\"CLIENT\",\"mutations\":[{}]}",
          "{\"clientId\":\"CLIENT\",\"mutations\":[],\"more\":1}",
          "{\"clientId\":\"CLIENT\",\"clientTime\":7,\"mutations\":[]}",
          "{\"clientId\":\"CLIENT\",\"clientTime\":\"now\",\"mutations\":[]}",
          "{\"clientId\":\"CLIENT\",\"clientTime\":\"2026-02-30T00:00:00Z\",\"mutations\":[]}",
          "{\"clientId\":\"CLIENT\",\"clientTime\":\"+1000000000-12-31T23:59:59Z\",\"mutations\":[]}"
        }) {
      add("input: " + BadMutations.shown(input), envelope(input));
    }
  }

  private void duplicates() {
    String fine = request(BadMutations.FINE);
    add("query twice", fine.replaceFirst("\\{", "{\"query\":\"{ policies { version } }\","));
    add("variables twice", fine.replaceFirst("\\{", "{\"variables\":{},"));
    add("input twice", fine.replace("{\"input\":", "{\"input\":{},\"input\":"));
    add("clientId twice", fine.replace("{\"clientId\":", "{\"clientId\":\"x\",\"clientId\":"));
    add("mutations twice", fine.replace("\"mutations\":", "\"mutations\":[],\"mutations\":"));
    for (String member : BadMutations.MEMBERS) {
      add(
          member + " twice",
          request(
              BadMutations.FINE.replace(
                  "\"" + member + "\":", "\"" + member + "\":\"x\",\"" + member + "\":")));
    }
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
