package org.tidemark.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.ErrorKind;

/** The token file is read again and again, and may hold another token each time. */
class TokenTest {

  private static String of(String user) {
    String claims = "{\"sub\":\"" + user + "\"}";
    return "e30."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".c2ln";
  }

  @Test
  void file_thatHoldsSomebodyElsesTokenSince_letsNobodyUseIt(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("token"), of("ana"));
    Options options =
        Options.of(
            Map.of(),
            "--token-file",
            file.toString(),
            "--server",
            "http://127.0.0.1:9/sync",
            "--database",
            folder.resolve("data.db").toString());
    try (Workplace workplace = Workplace.open(options, settings -> settings)) {
      assertThat(workplace.settings().token().get()).isEqualTo(of("ana"));
      Files.writeString(file, of("ben"));
      assertThatThrownBy(() -> workplace.settings().token().get())
          .isInstanceOfSatisfying(
              ClientException.class,
              e -> {
                assertThat(e.problem().kind()).isEqualTo(ErrorKind.AUTH);
                assertThat(e.problem().detail()).contains("is of ben").doesNotContain(of("ben"));
              });
      Files.writeString(file, of("ana"));
      assertThat(workplace.settings().token().get()).isEqualTo(of("ana"));
    }
  }
}
