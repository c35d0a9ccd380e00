package org.tidemark.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.tidemark.it.server.Device;
import org.tidemark.it.server.Edit;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.Tree;

/** Invoices of the demo's space on which Ana's edits clash with Ben's, and Ana's conflicts. */
record Clashes(Device ana, Device ben, String id) {

  /** Ana's edit clashes with Ben's; gives the conflict. */
  String clash() {
    return clashOf(id);
  }

  String clashOf(String record) {
    ana.push(Edit.upsert("invoice", record, "{\"n\":1}").in("demo"));
    ben.push(Edit.upsert("invoice", record, "{\"n\":9}").in("demo").on(1));
    Tree answer = ana.push(Edit.upsert("invoice", record, "{\"n\":2}").in("demo").on(1));
    assertThat(answer.at("status").text()).isEqualTo("CONFLICT");
    return answer.at("conflict", "conflictId").text();
  }

  Edit invoice(String data) {
    return Edit.upsert("invoice", id, data).in("demo");
  }

  Tree conflicts(String filter) {
    return ana.ask(
            "{ conflicts(clientId: %s, %s) { total endCursor items { conflictId } } }"
                .formatted(Http.quoted(ana.clientId()), filter))
        .at("conflicts");
  }

  List<String> openConflicts() {
    return conflicts("status: OPEN").at("items").texts("conflictId");
  }

  /** A conflict's status, resolution and who resolved it. */
  String state(String conflict) {
    Tree state =
        ana.ask(
                "{ conflict(conflictId: \"%s\") { status resolution resolvedBy } }"
                    .formatted(conflict))
            .at("conflict");
    return String.join(
        " ",
        state.at("status").text(),
        state.at("resolution").text(),
        state.at("resolvedBy").text());
  }
}
