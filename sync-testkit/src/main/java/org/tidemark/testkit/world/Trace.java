package org.tidemark.testkit.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What happened, line by line, and its hash: one seed gives one hash. */
final class Trace {
  private final MessageDigest digest;
  private final List<String> lines = new ArrayList<>();

  Trace() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void line(String line) {
    lines.add(line);
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  List<String> lines() {
    return lines;
  }

  String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
