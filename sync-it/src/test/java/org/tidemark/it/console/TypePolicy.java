package org.tidemark.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.tidemark.it.server.Http;
import org.tidemark.it.server.TestServer;

/** The policy of a type, past the console. */
record TypePolicy(TestServer server, String type) {

  /** Puts a definition in force, by its members. */
  void save(String definition) {
    Http.Reply reply =
        server
            .administrator()
            .http()
            .graphql(
                "mutation($p: JSON!) { savePolicy(policy: $p) { version } }",
                "{\"p\":{\"entityType\":" + Http.quoted(type) + "," + definition + "}}");
    assertThat(reply.code()).as(reply.body()).isEmpty();
  }

  /** The newest version and its definition. */
  String newest() {
    return server.text(
        "select version || ' ' || definition from merge_policy where entity_type = ?"
            + " order by version desc limit 1",
        type);
  }
}
