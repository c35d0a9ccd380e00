package org.tidemark.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SmallRye's own endpoints are not in the WAR: one of them is a WebSocket that asks nobody. */
class BundledClassesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.smallrye.graphql.servlet.GraphQLServerWebSocket",
        "io.smallrye.graphql.servlet.ExecutionServlet",
        "io.smallrye.graphql.servlet.SchemaServlet",
        "io.smallrye.graphql.servlet.StartupListener",
        "io.smallrye.graphql.cdi.producer.GraphQLProducer"
      })
  void stockEndpoint_isNotBundled(String name) {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
  }
}
