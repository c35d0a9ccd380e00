package org.tidemark.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;

/**
 * A user with a phone and a laptop that edit the same records without knowing of each other.
 *
 * @param space of both
 */
record Clashing(TestServer server, Device phone, Device laptop, String space) {

  static Clashing of(TestServer server) {
    String user = TestServer.unique("ana");
    Device phone = server.device(user);
    return new Clashing(server, phone, phone.another(), "~" + user);
  }

  /** A conflict on an amount: 110 of the laptop against 120 on the server; gives its id. */
  String amount(String id) {
    return on("invoice", id, amount(100), amount(120), amount(110));
  }

  private static String amount(int amount) {
    return "{\"number\":\"2026-1\",\"amount\":%d}".formatted(amount);
  }

  /** A conflict between what the phone sent and what the laptop sent after it; gives its id. */
  String on(String type, String id, String base, String server, String client) {
    phone.push(Edit.upsert(type, id, base));
    phone.push(Edit.upsert(type, id, server).on(1));
    Tree clash = laptop.push(Edit.upsert(type, id, client).on(1));
    assertThat(clash.at("status").text()).as(clash.toString()).isEqualTo("CONFLICT");
    return clash.at("conflict", "conflictId").text();
  }

  /** The phone changes the amount, whatever is in conflict. */
  void moveOn(String id, int version, int amount) {
    phone.push(Edit.upsert("invoice", id, amount(amount)).on(version));
  }

  Tree record(String type, String id) {
    return phone.record(space, type, id);
  }

  int amountOf(String id) {
    return record("invoice", id).at("data", "amount").number();
  }

  String queue() {
    return "/queue.xhtml?space=" + space;
  }

  /** A conflict, as one comes to it from the queue of the space. */
  String page(String conflict) {
    return "/conflict.xhtml?id=" + conflict + "&space=" + space;
  }
}
