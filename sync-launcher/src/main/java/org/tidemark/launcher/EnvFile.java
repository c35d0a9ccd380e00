package org.tidemark.launcher;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A file of `NAME=value` lines, which a shell reads with a dot. */
final class EnvFile {

  private EnvFile() {}

  static Map<String, String> parse(@Nullable String text) {
    var variables = new LinkedHashMap<String, String>();
    if (text != null) {
      text.lines()
          .map(line -> line.split("=", 2))
          .filter(parts -> parts.length == 2)
          .forEach(parts -> variables.put(parts[0], parts[1]));
    }
    return variables;
  }

  static String format(Map<String, String> variables) {
    return variables.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + plain(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("\n"));
  }

  // Addresses, tokens and passwords of ours need no quotes in any shell, and shall never do.
  private static String plain(String name, String value) {
    if (!value.matches("[A-Za-z0-9._:/-]*")) {
      throw new IllegalArgumentException(name + " would need quotes");
    }
    return value;
  }
}
