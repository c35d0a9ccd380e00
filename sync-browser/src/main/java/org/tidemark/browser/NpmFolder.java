package org.tidemark.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * npm packages for tests, installed once for each lock file into the user's cache ({@code
 * XDG_CACHE_HOME}, else {@code ~/.cache}). Several processes may ask for it at once.
 */
public final class NpmFolder {
  private static final long MINUTES = 10;
  private static final List<String> SETTINGS = List.of("package.json", "package-lock.json");

  private final Path folder;

  private NpmFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Installs what {@code package.json} and {@code package-lock.json} beside this class ask for.
   *
   * @param path the folder of both, relative to the class
   * @param scripts names of further files of that folder that are wanted beside {@code
   *     node_modules}
   * @throws UncheckedIOException if npm is missing or fails; its words are in the message
   */
  public static NpmFolder of(Class<?> beside, String path, List<String> scripts) {
    try {
      byte[] lock = read(beside, path + "/package-lock.json");
      String name = path.replace('/', '-') + "-" + digest(lock).substring(0, 12);
      Path folder = Files.createDirectories(cache().resolve(name));
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        NpmFolder npm = new NpmFolder(folder);
        for (String script : scripts) {
          npm.put(script, read(beside, path + "/" + script));
        }
        Path done = folder.resolve(".installed");
        if (held.isValid() && !Files.exists(done)) {
          for (String setting : SETTINGS) {
            npm.put(setting, read(beside, path + "/" + setting));
          }
          npm.run(Map.of(), List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"));
          Files.createFile(done);
        }
        return npm;
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public Path path() {
    return folder;
  }

  /**
   * Runs a command in the folder.
   *
   * @return the last line that it printed
   */
  public String run(Map<String, String> environment, List<String> command) throws IOException {
    Path words = Files.createTempFile(folder, "words", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(words.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      boolean ended = ends(process);
      String said = Files.readString(words).strip();
      if (!ended || process.exitValue() != 0) {
        throw new IOException("%s failed in %s: %s".formatted(command, folder, said));
      }
      return said.substring(said.lastIndexOf('\n') + 1);
    } finally {
      Files.deleteIfExists(words);
    }
  }

  private static boolean ends(Process process) throws IOException {
    try {
      return process.waitFor(MINUTES, TimeUnit.MINUTES);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    } finally {
      process.destroyForcibly();
    }
  }

  private void put(String name, byte[] content) throws IOException {
    Path fresh = Files.write(folder.resolve(name + ".fresh"), content);
    Files.move(fresh, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] read(Class<?> beside, String name) throws IOException {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("there is no " + name + " beside " + beside.getName());
      }
      return in.readAllBytes();
    }
  }

  private static Path cache() {
    String home = System.getenv("XDG_CACHE_HOME");
    Path caches =
        home == null || home.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(home);
    return caches.resolve("tidemark-tests");
  }

  private static String digest(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
