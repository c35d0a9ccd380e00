package org.tidemark.launcher;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/**
 * One run of WildFly with the EAR, in a process of its own. What it writes is in the data folder:
 * its settings and deployments are laid out anew for each run, its transaction log is kept.
 */
final class WildFlyProcess {

  private static final String FOLDER = "server";
  private static final String PID = "server.pid";
  private static final String EAR = "tidemark.ear";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path failure;
  private final Path log;

  private WildFlyProcess(Process process, Path failure, Path log) {
    this.process = process;
    this.failure = failure;
    this.log = log;
  }

  static WildFlyProcess start(
      SyncServerSettings settings,
      DataFolder data,
      Addresses addresses,
      Map<String, String> environment) {
    endPredecessor(data);
    try {
      var base = layOut(settings, data);
      var builder = new ProcessBuilder(command(settings, data, base, addresses));
      builder.environment().putAll(environment);
      builder
          .redirectErrorStream(true)
          .redirectOutput(Redirect.to(data.log("console.log").toFile()));
      var process = builder.start();
      data.remember(PID, Long.toString(process.pid()));
      return new WildFlyProcess(
          process, base.resolve("deployments").resolve(EAR + ".failed"), data.log("server.log"));
    } catch (IOException | IllegalArgumentException failed) {
      throw new StartFailure("WildFly cannot be started: " + failed.getMessage(), failed);
    }
  }

  /** A run that was killed may have left its server behind, which holds ports and connections. */
  static void endPredecessor(DataFolder data) {
    Optional.ofNullable(data.remembered(PID))
        .map(Long::valueOf)
        .flatMap(pid -> Processes.find(pid, "java"))
        .filter(process -> belongsTo(data, process))
        .ifPresent(Processes::kill);
  }

  void awaitReady(Addresses addresses) {
    new Readiness(addresses.health()).await(this::failure);
  }

  /** Comes back when the server has ended, for whatever cause. */
  void awaitEnd() {
    process.onExit().join();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  void stop() {
    Processes.stop(process.toHandle(), PATIENCE);
  }

  void kill() {
    Processes.kill(process.toHandle());
  }

  private Optional<String> failure() {
    if (!process.isAlive()) {
      return Optional.of("The server has ended while starting. Its log: " + log);
    }
    if (!Files.exists(failure)) {
      return Optional.empty();
    }
    return Optional.of("The EAR was not deployed. The server's log says why: " + log);
  }

  private static Path layOut(SyncServerSettings settings, DataFolder data) throws IOException {
    var base = data.resolve(FOLDER);
    PrivateFiles.createFolder(base);
    for (var folder : new String[] {"configuration", "deployments", "tmp"}) {
      PrivateFiles.delete(base.resolve(folder));
    }
    PrivateFiles.copy(
        settings.wildfly().resolve("standalone/configuration"), base.resolve("configuration"));
    Files.createDirectory(base.resolve("deployments"));
    Files.copy(settings.ear(), base.resolve("deployments").resolve(EAR));
    return base;
  }

  private static List<String> command(
      SyncServerSettings settings, DataFolder data, Path base, Addresses addresses) {
    return StandaloneCommandBuilder.of(settings.wildfly())
        .setJavaHome(Path.of(System.getProperty("java.home")))
        .setJavaOptions("-Xms256m", "-Xmx1g", "-Djava.net.preferIPv4Stack=true")
        .addJavaOptions(settings.javaOptions())
        .setBaseDirectory(base)
        .setLogDirectory(data.log(""))
        .addServerArguments(
            "-Djboss.http.port=" + addresses.httpPort(),
            "-Djboss.management.http.port=" + addresses.managementPort())
        .build();
  }

  private static boolean belongsTo(DataFolder data, ProcessHandle process) {
    var folder = data.resolve(FOLDER).toString();
    return process.info().commandLine().filter(line -> line.contains(folder)).isPresent();
  }
}
