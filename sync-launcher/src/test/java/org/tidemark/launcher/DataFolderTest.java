package org.tidemark.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data folder is one run's alone, and nobody else's to read. */
class DataFolderTest {

  private final Path temporary;

  DataFolderTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  @Test
  void open_newFolder_isMadeForItsOwnerAlone() throws Exception {
    var path = temporary.resolve("a/b c");
    try (var data = DataFolder.open(path)) {
      assertThat(mode(path)).isEqualTo("rwx------");
      assertThat(data.remembered("nothing")).isNull();
    }
  }

  @Test
  void remember_file_isReadableForItsOwnerAloneAndOutlivesTheRun() throws Exception {
    try (var data = DataFolder.open(temporary)) {
      data.remember("demo.env", "A=1");
      data.remember("demo.env", "A=2");
    }

    assertThat(mode(temporary.resolve("demo.env"))).isEqualTo("rw-------");
    try (var data = DataFolder.open(temporary)) {
      assertThat(data.remembered("demo.env")).isEqualTo("A=2");
    }
  }

  @Test
  void open_inUseByAnotherRun_saysSoAndLeavesItAlone() throws Exception {
    try (var first = DataFolder.open(temporary)) {
      assertThatThrownBy(() -> DataFolder.open(temporary))
          .isInstanceOf(StartFailure.class)
          .hasMessage(
              "The data folder %s is in use by another run. Stop that one, or name another with -Dsync.data=…"
                  .formatted(temporary));
      first.remember("still", "ours");
    }
    DataFolder.open(temporary).close();
  }

  @Test
  void open_pathOfAFile_saysThatItIsNoFolder() throws Exception {
    var file = Files.createFile(temporary.resolve("file"));

    assertThatThrownBy(() -> DataFolder.open(file))
        .isInstanceOf(StartFailure.class)
        .hasMessage(
            "The data folder %s is no folder. Name another with -Dsync.data=…".formatted(file));
  }

  @Test
  void open_whereNobodyMayWrite_saysSo() {
    // Not even root may make a folder there.
    var path = Path.of("/proc/tidemark");

    assertThatThrownBy(() -> DataFolder.open(path))
        .isInstanceOf(StartFailure.class)
        .hasMessageStartingWith("The data folder /proc/tidemark cannot be ")
        .hasMessageEndingWith("Name another with -Dsync.data=…");
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
