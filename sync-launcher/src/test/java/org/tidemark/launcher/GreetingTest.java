package org.tidemark.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GreetingTest {

  private static final Path ENV = Path.of("var/demo.env");

  @Test
  void curl_always_isOneLineThatReadsTheVariables() {
    assertThat(Greeting.curl(ENV))
        .startsWith(". var/demo.env; curl ")
        .contains("$SYNC_URL/graphql", "$SYNC_TOKEN_ANA", "\"space\":\"demo\"")
        .doesNotContain("\n");
  }

  @Test
  void curl_always_endsTheLineOfTheAnswer() {
    assertThat(Greeting.curl(ENV)).endsWith("'; echo");
  }

  @Test
  void curl_fileInThisFolder_isNotLookedUpInThePath() {
    assertThat(Greeting.curl(Path.of("demo.env"))).startsWith(". ./demo.env; ");
  }

  @Test
  void curl_folderWithABlank_isQuoted() {
    assertThat(Greeting.curl(Path.of("/my data/demo.env"))).startsWith(". '/my data/demo.env'; ");
  }

  @Test
  void text_always_namesWhatListensAndWhereTheTokensAre() {
    assertThat(Greeting.text(new Addresses(8081, 9991), ENV))
        .contains(
            "http://localhost:8081/sync/graphql",
            "http://localhost:8081/console",
            "http://localhost:9991/health/ready",
            "http://localhost:9991/prometheus",
            "var/demo.env");
  }
}
