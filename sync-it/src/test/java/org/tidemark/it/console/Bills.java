package org.tidemark.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.TestServer;
import org.tidemark.it.server.Tree;

/** Invoices of one user on which a laptop clashed with a phone, made as devices make them. */
record Bills(TestServer server, String user, Device phone, Device laptop) {
  static final String FIRST = "{\"amount\":100,\"number\":\"2026-1\"}";
  static final String PHONES = "{\"amount\":120,\"number\":\"2026-1\"}";
  static final String LAPTOPS = "{\"amount\":110,\"number\":\"2026-1\"}";
  private static final int BATCH = 1_000;

  static Bills of(TestServer server) {
    String user = TestServer.unique("lea");
    Device phone = server.device(user);
    return new Bills(server, user, phone, phone.another());
  }

  String space() {
    return "~" + user;
  }

  /** The page of what waits in the space. */
  String queue() {
    return "/queue.xhtml?space=" + space();
  }

  /** Ends what waits in the space. */
  void settle() {
    server.execute(
        "update conflict set status = 'RESOLVED' where space = ? and status = 'OPEN'", space());
  }

  /** Makes conflicts on bill-1, bill-2 …: 110 of the laptop against 120; gives their ids. */
  List<String> clash(int count) {
    push(phone, count, i -> invoice(i, FIRST));
    push(phone, count, i -> invoice(i, PHONES).on(1));
    List<Tree> answers = push(laptop, count, i -> invoice(i, LAPTOPS).on(1));
    assertThat(answers).allMatch(answer -> answer.at("status").text().equals("CONFLICT"));
    return answers.stream().map(answer -> answer.at("conflict", "conflictId").text()).toList();
  }

  private static List<Tree> push(Device device, int count, IntFunction<Edit> edit) {
    return IntStream.iterate(1, from -> from <= count, from -> from + BATCH)
        .mapToObj(
            from ->
                device.pushAll(
                    IntStream.rangeClosed(from, Math.min(count, from + BATCH - 1))
                        .mapToObj(edit)
                        .toList()))
        .flatMap(List::stream)
        .toList();
  }

  static Edit invoice(int number, String data) {
    return Edit.upsert("invoice", "bill-" + number, data);
  }

  /** The version and amount of a bill, such as "3: 110". */
  String bill(int number) {
    Tree record = phone.record(space(), "invoice", "bill-" + number);
    return record.at("version").number() + ": " + record.at("data", "amount").number();
  }

  /** Counts the conflicts of the space that match. */
  long conflicts(String condition) {
    return server.number("select count(*) from conflict where space = ? and " + condition, space());
  }

  /** Counts the records of the space that match. */
  long records(String condition) {
    return server.number("select count(*) from record where space = ? and " + condition, space());
  }

  /** Counts what the audit trail has on the space. */
  long trail(String action) {
    return server.number(
        "select count(*) from audit where space = ? and action = ?", space(), action);
  }

  /** All that the space's open conflicts show, but for the version of the server's side. */
  String sides() {
    return server.text(
        """
        select jsonb_agg(payload::jsonb - 'serverVersion' order by conflict_id)::text
          from conflict where space = ? and status = 'OPEN'
        """,
        space());
  }
}
