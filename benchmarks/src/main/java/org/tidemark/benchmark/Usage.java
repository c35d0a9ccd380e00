package org.tidemark.benchmark;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The processor time in seconds that each side has used, and the server's memory.
 *
 * @param server of WildFly
 * @param compiler the part of it that its compilers took, which ends when the server is warm
 * @param database of all processes of PostgreSQL
 * @param load of this process and of what it ran to its end, which make the load
 * @param residentMiB the server's memory as the system counts it
 */
record Usage(double server, double compiler, double database, double load, long residentMiB) {
  static final Usage NONE = new Usage(0, 0, 0, 0, 0);

  private static final double TICKS_PER_SECOND = 100;

  /** What the processes that work in a folder, and their children, have used so far. */
  static Usage now(Path folder) throws IOException {
    double server = 0;
    double compiler = 0;
    double database = 0;
    long residentMiB = 0;
    for (ProcessHandle process : processesOf(folder)) {
      Path files = Path.of("/proc/" + process.pid());
      if (commandLine(process).contains("jboss-modules")) {
        server += seconds(files, true);
        compiler += compilers(files);
        residentMiB = residentMiB(files);
      } else {
        database += seconds(files, true);
      }
    }
    return new Usage(server, compiler, database, seconds(Path.of("/proc/self"), true), residentMiB);
  }

  Usage plus(Usage other) {
    return new Usage(
        server + other.server,
        compiler + other.compiler,
        database + other.database,
        load + other.load,
        Math.max(residentMiB, other.residentMiB));
  }

  Usage since(Usage earlier) {
    return new Usage(
        server - earlier.server,
        compiler - earlier.compiler,
        database - earlier.database,
        load - earlier.load,
        residentMiB);
  }

  /** Microseconds of processor time for each item. */
  String each(double items) {
    double micros = 1e6 / items;
    return String.format(
        Locale.ROOT,
        "processor µs each: server %.1f (its compilers %.1f), database %.1f, load %.1f",
        server * micros,
        compiler * micros,
        database * micros,
        load * micros);
  }

  private static List<ProcessHandle> processesOf(Path folder) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(process -> commandLine(process).contains(folder.toString()))
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .distinct()
        .toList();
  }

  private static double compilers(Path process) throws IOException {
    double seconds = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(process.resolve("task"))) {
      for (Path thread : threads) {
        if (read(thread.resolve("comm")).matches("C[12] Compiler.*\\s*")) {
          seconds += seconds(thread, false);
        }
      }
    }
    return seconds;
  }

  /** The time of a process or a thread, as proc(5) has it after the name in brackets. */
  private static double seconds(Path files, boolean withEndedChildren) {
    String stat = read(files.resolve("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ");
    long ticks = 0;
    for (int i = 11; i < (withEndedChildren ? 15 : 13) && i < fields.length; i++) {
      ticks += Long.parseLong(fields[i]);
    }
    return ticks / TICKS_PER_SECOND;
  }

  private static long residentMiB(Path process) {
    return read(process.resolve("status"))
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  private static String commandLine(ProcessHandle process) {
    return read(Path.of("/proc/" + process.pid() + "/cmdline"));
  }

  /** Empty where the process or the thread has ended. */
  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException ended) {
      return "";
    }
  }
}
