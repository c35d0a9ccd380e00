package org.tidemark.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumsTest {
  private Path folder;
  private Path named;
  private Path onPath;

  @BeforeEach
  void programs(@TempDir Path temporary) throws IOException {
    folder = temporary;
    named = program("a-browser");
    onPath = program("chromium");
  }

  @Test
  void find_setting_isBeforeTheVariableAndThePath() {
    Map<String, String> variables =
        Map.of(Chromiums.VARIABLE, onPath.toString(), "PATH", folder.toString());
    Map<String, String> properties = Map.of(Chromiums.SETTING, named.toString());
    assertThat(new Chromiums(properties::get, variables::get).find().path()).isEqualTo(named);
  }

  @Test
  void find_variable_isBeforeThePath() {
    Map<String, String> variables =
        Map.of(Chromiums.VARIABLE, named.toString(), "PATH", folder.toString());
    assertThat(new Chromiums(name -> null, variables::get).find().path()).isEqualTo(named);
  }

  @Test
  void find_nothingNamed_takesTheOneOnThePath() {
    Map<String, String> variables = Map.of("PATH", "/nowhere:" + folder);
    assertThat(new Chromiums(name -> null, variables::get).find().path()).isEqualTo(onPath);
  }

  @Test
  void find_namedOneCannotBeStarted_saysHowToInstallOne() {
    Map<String, String> properties = Map.of(Chromiums.SETTING, folder.resolve("none").toString());
    assertThatThrownBy(() -> new Chromiums(properties::get, name -> null).find())
        .isInstanceOf(NoBrowser.class)
        .hasMessageContaining("apt-get install -y chromium-headless-shell");
  }

  private Path program(String name) throws IOException {
    Path file = Files.createFile(folder.resolve(name));
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
