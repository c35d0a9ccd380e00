package org.tidemark.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LauncherTest {

  private static final Path ROOT = Path.of("/checkout");

  @Test
  void settings_noWish_keepDataInTheCheckoutAndStartADatabase() {
    var settings = Launcher.settings(ROOT, new Properties(), Map.of());

    assertThat(settings.data()).isEqualTo(ROOT.resolve("var"));
    assertThat(settings.httpPort()).isEmpty();
    assertThat(settings.database()).isEmpty();
  }

  @Test
  void settings_properties_moveDataAndPorts() {
    var properties = new Properties();
    properties.put("sync.data", "/elsewhere");
    properties.put("sync.http.port", "8181");
    properties.put("sync.management.port", "9191");
    var settings = Launcher.settings(ROOT, properties, Map.of());

    assertThat(settings.data()).isEqualTo(Path.of("/elsewhere"));
    assertThat(settings.httpPort()).hasValue(8181);
    assertThat(settings.managementPort()).hasValue(9191);
  }

  @Test
  void settings_portNotANumber_namesTheProperty() {
    var properties = new Properties();
    properties.put("sync.http.port", "http");

    assertThatThrownBy(() -> Launcher.settings(ROOT, properties, Map.of()))
        .isInstanceOf(StartFailure.class)
        .hasMessage("-Dsync.http.port=http is not a number.");
  }

  @Test
  void settings_databaseInTheEnvironment_isUsed() {
    var environment =
        Map.of(
            "SYNC_DB_URL",
            "jdbc:postgresql://db/sync",
            "SYNC_DB_USER",
            "u",
            "SYNC_DB_PASSWORD",
            "p");

    assertThat(Launcher.settings(ROOT, new Properties(), environment).database())
        .contains(new Database.External("jdbc:postgresql://db/sync", "u", "p"));
  }

  @Test
  void external_toString_keepsThePassword() {
    assertThat(new Database.External("url", "user", "secret").toString()).doesNotContain("secret");
  }

  @Test
  void stop_wordsThatCannotBePrinted_stopsAllTheSame() {
    var broken =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new StringIndexOutOfBoundsException("as a terminal's wrapper threw it");
          }
        };
    var stopped = new AtomicBoolean();

    assertThatThrownBy(() -> Launcher.stop(() -> stopped.set(true), new PrintStream(broken, true)))
        .isInstanceOf(StringIndexOutOfBoundsException.class);
    assertThat(stopped).isTrue();
  }
}
