package org.tidemark.client.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.client.fixture.Device;
import org.tidemark.client.fixture.TestClock;
import org.tidemark.client.fixture.TestServer;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.Problems;
import org.tidemark.client.upload.Attachment;

/** What the client keeps is for its owner's eyes alone. */
class OwnFilesTest {

  private static final byte[] WORDS = "words".getBytes(StandardCharsets.UTF_8);
  private static final String FILE = "rw-------";
  private static final String FOLDER = "rwx------";
  private static final String WIDE_FILE = "rw-r--r--";
  private static final String WIDE_FOLDER = "rwxr-xr-x";

  private Path folder;

  @BeforeEach
  void take(@TempDir Path temporary) {
    folder = temporary;
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void widen(Path path, String rights) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
  }

  private static Device device(Path folder) {
    TestClock clock = new TestClock();
    return new Device("phone", new TestServer(clock), clock, folder);
  }

  /** Does all that leaves a file behind. */
  private void use(Device phone) throws IOException {
    phone.notes().put("n1", "{\"text\":\"diary\"}");
    Path photo = Files.write(folder.resolve("photo.png"), WORDS);
    phone.client().uploads().enqueue(photo, Attachment.to("note", "n1", "/photo"));
    // Something goes wrong, which the log tells.
    phone.wire.duringPush(
        () -> {
          throw new ClientException(Problems.signIn("no token was given"));
        });
    phone.sync();
    phone.client().report(phone.settings().database().resolveSibling("reports"), true);
  }

  private static void assertNarrow(Path top) throws IOException {
    try (Stream<Path> all = Files.walk(top)) {
      for (Path path : all.toList()) {
        String expected = Files.isDirectory(path) ? FOLDER : FILE;
        assertThat(rights(path)).as(path.toString()).isEqualTo(expected);
      }
    }
  }

  @Test
  void everythingThatTheClientMakes_isForItsOwnerAlone() throws IOException {
    widen(folder, WIDE_FOLDER);
    Path made = folder.resolve("own").resolve("data");
    try (Device phone = device(made)) {
      use(phone);
      assertThat(Files.list(made).map(path -> path.getFileName().toString()))
          .contains("phone.db", "phone.db-wal", "phone.db-shm", "phone.db.log", "reports");
      assertNarrow(folder.resolve("own"));
    }
    assertThat(rights(folder)).isEqualTo(WIDE_FOLDER);
  }

  @Test
  void dataWithWiderRights_areNarrowedAtTheOpening_andFoldersKeepTheirs() throws IOException {
    Path before = folder.resolve("before");
    Path copy = Files.createDirectory(folder.resolve("copy"));
    try (Device phone = device(before)) {
      use(phone);
      // As a crash leaves them, and an earlier version made them.
      for (String name :
          new String[] {"phone.db", "phone.db-wal", "phone.db-shm", "phone.db.log"}) {
        widen(Files.copy(before.resolve(name), copy.resolve(name)), WIDE_FILE);
      }
    }
    widen(copy, WIDE_FOLDER);
    try (Device phone = device(copy)) {
      assertThat(phone.text("n1")).contains("diary");
      for (Path file : Files.list(copy).filter(Files::isRegularFile).toList()) {
        assertThat(rights(file)).as(file.toString()).isEqualTo(FILE);
      }
    }
    assertThat(rights(copy)).isEqualTo(WIDE_FOLDER);
  }

  @Test
  void fileSystemWithoutRights_takesTheFilesAllTheSame() throws IOException {
    Path archive = folder.resolve("archive.zip");
    try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
      assertThat(zip.supportedFileAttributeViews()).doesNotContain("posix");
      Path made = zip.getPath("/some", "folder");
      Path file = made.resolve("file");
      OwnFiles.createFolders(made);
      OwnFiles.write(file, WORDS);
      OwnFiles.narrow(file);
      assertThat(Files.readAllBytes(file)).isEqualTo(WORDS);
    }
  }

  @Test
  void rightsThatCantBeTaken_stay() {
    assertThatCode(() -> OwnFiles.narrow(folder.resolve("nothing"))).doesNotThrowAnyException();
  }

  @Test
  void folderByALink_isOne() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    OwnFiles.createFolders(link);
    OwnFiles.write(link.resolve("file"), WORDS);
    assertThat(rights(real.resolve("file"))).isEqualTo(FILE);
  }
}
