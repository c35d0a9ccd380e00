package org.tidemark.it.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.tidemark.client.SyncClient;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.settings.ClientSettings;

/**
 * A program of its own that opens a database, edits, says so, and then lives until it is killed.
 */
final class AnotherProcess {

  private AnotherProcess() {}

  static ClientSettings settings(Path database) {
    return ClientSettings.of(URI.create("http://127.0.0.1:1/sync"), "max", () -> "", database);
  }

  /**
   * @param args the database, and the data of the edit
   */
  public static void main(String[] args) throws IOException {
    try (SyncClient client = SyncClient.open(settings(Path.of(args[0])))) {
      client.collection("task").put("t", args[1]);
      System.out.println("STORED");
      System.in.read();
    } catch (ClientException e) {
      System.out.println(e.problem().code());
    }
  }

  static Process start(Path database, String data) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            AnotherProcess.class.getName(),
            database.toString(),
            data)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
