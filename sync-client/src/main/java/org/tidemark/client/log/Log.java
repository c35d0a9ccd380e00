package org.tidemark.client.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.tidemark.client.environment.WallClock;
import org.tidemark.client.file.OwnFiles;
import org.tidemark.client.settings.LogLevel;
import org.tidemark.client.settings.LogSettings;
import org.tidemark.core.record.Timestamps;

/**
 * Lines for a support desk, in a file that is put aside when it is full. Tokens and contents are
 * never written here. What can't be written is left out: logging makes nothing fail.
 */
public final class Log {

  private static final int LONGEST = 2_000;

  private final Path file;
  private final LogSettings settings;
  private final WallClock clock;

  public Log(Path file, LogSettings settings, WallClock clock) {
    this.file = file;
    this.settings = settings;
    this.clock = clock;
    // An earlier version may have made them for everybody's eyes.
    OwnFiles.narrow(file);
    for (int i = 1; i < settings.files(); i++) {
      OwnFiles.narrow(aside(i));
    }
  }

  public void debug(String line) {
    write(LogLevel.DEBUG, line);
  }

  public void info(String line) {
    write(LogLevel.INFO, line);
  }

  public void warn(String line) {
    write(LogLevel.WARN, line);
  }

  /** Names a failure by its kind and place alone: its message may hold contents. */
  public void warn(String line, Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String place = trace.length == 0 ? "" : " at " + trace[0];
    warn(line + ": " + failure.getClass().getName() + place);
  }

  private synchronized void write(LogLevel level, String line) {
    if (level.compareTo(settings.level()) < 0 || settings.level() == LogLevel.OFF) {
      return;
    }
    String safe =
        line.substring(0, Math.min(LONGEST, line.length())).replace('\n', ' ').replace('\r', ' ');
    String text = Timestamps.print(clock.now()) + " " + level + " " + safe + "\n";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      if (Files.exists(file) && Files.size(file) + bytes.length > settings.bytesOfAFile()) {
        rotate();
      }
      OwnFiles.create(file);
      Files.write(file, bytes, StandardOpenOption.APPEND);
    } catch (IOException e) {
      // A full disk must not keep an edit from being told to the server.
      return;
    }
  }

  private void rotate() throws IOException {
    for (int i = settings.files() - 1; i > 0; i--) {
      Path from = i == 1 ? file : aside(i - 1);
      if (Files.exists(from)) {
        Files.move(from, aside(i), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.deleteIfExists(file);
  }

  private Path aside(int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }

  /** The newest lines, oldest first. */
  public synchronized List<String> tail(int lines) {
    List<String> all = new ArrayList<>();
    try {
      if (settings.files() > 1 && Files.exists(aside(1))) {
        all.addAll(lines(aside(1)));
      }
      if (Files.exists(file)) {
        all.addAll(lines(file));
      }
    } catch (IOException e) {
      all.add("(the log can't be read: " + e + ")");
    }
    return new ArrayList<>(all.subList(Math.max(0, all.size() - lines), all.size()));
  }

  /** A power cut may have cut a letter in two, so what is no text is read as a sign of that. */
  private static List<String> lines(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return text.isEmpty() ? Collections.emptyList() : Arrays.asList(text.split("\n"));
  }
}
