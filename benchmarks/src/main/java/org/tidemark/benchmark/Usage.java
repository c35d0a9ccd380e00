package org.tidemark.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The processor time that each side has used so far, and the server's memory.
 *
 * @param server of WildFly
 * @param database of all processes of PostgreSQL
 * @param load of this process, which makes the load
 * @param residentMiB the server's memory as the system counts it
 */
record Usage(Duration server, Duration database, Duration load, long residentMiB) {

  static Usage now() throws IOException {
    List<ProcessHandle> servers = find(command -> command.contains("jboss-modules"));
    return new Usage(
        sum(servers),
        sum(find(command -> command.startsWith("postgres:") || command.contains("bin/postgres"))),
        ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO),
        servers.isEmpty() ? 0 : residentMiB(servers.get(0).pid()));
  }

  /** Microseconds of processor time for each item since the earlier moment. */
  String since(Usage earlier, double items) {
    return String.format(
        Locale.ROOT,
        "processor µs each: server %.0f, database %.0f, load %.0f; server's memory %d MiB",
        micros(server.minus(earlier.server)) / items,
        micros(database.minus(earlier.database)) / items,
        micros(load.minus(earlier.load)) / items,
        residentMiB);
  }

  private static double micros(Duration time) {
    return time.toNanos() / 1e3;
  }

  private static Duration sum(List<ProcessHandle> processes) {
    return processes.stream()
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static List<ProcessHandle> find(Predicate<String> wanted) {
    return ProcessHandle.allProcesses()
        .filter(process -> wanted.test(commandLine(process.pid())))
        .collect(Collectors.toList());
  }

  private static String commandLine(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/cmdline")).replace('\0', ' ');
    } catch (IOException ended) {
      return "";
    }
  }

  private static long residentMiB(long pid) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
    }
    return 0;
  }
}
