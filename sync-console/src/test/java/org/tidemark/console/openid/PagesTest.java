package org.tidemark.console.openid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "queue.xhtml",
        "conflict.xhtml?id=7&type=note",
        "policyVersions.xhtml?type=note",
        "record.xhtml?space=a%20b"
      })
  void own_aPageOfTheConsole_isItself(String page) {
    assertThat(Pages.own(page)).isEqualTo(page);
  }

  /** Whoever sends somebody a link to sign in must not lead them anywhere else by it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "../sync/graphql",
        "javascript:alert(1)",
        "queue.xhtml\r\nSet-Cookie: a=b",
        "openid/start",
        ""
      })
  void own_anythingElse_isTheFirstPage(String page) {
    assertThat(Pages.own(page)).isEqualTo(Pages.FIRST);
  }
}
