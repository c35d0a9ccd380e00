package org.tidemark.it.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** Files to upload, good ones and hostile ones. */
final class Samples {
  private static final Random RANDOM = new Random(Long.getLong("sync.seed", 20_260_214));

  private Samples() {}

  /** An image of that size, as far as its header goes; no two are equal. */
  static byte[] png(int width, int height) {
    byte[] noise = new byte[200];
    RANDOM.nextBytes(noise);
    return ByteBuffer.allocate(33 + noise.length)
        .put(latin("\u0089PNG\r\n\u001a\n"))
        .putInt(13)
        .put(latin("IHDR"))
        .putInt(width)
        .putInt(height)
        .put(new byte[] {8, 6, 0, 0, 0, 0, 0, 0, 0})
        .put(noise)
        .array();
  }

  static byte[] png() {
    return png(640, 480);
  }

  /** A sound of that many bytes; no two are equal. */
  static byte[] wave(int bytes) {
    byte[] file = new byte[bytes];
    RANDOM.nextBytes(file);
    byte[] header = latin("RIFF\u0024\u0000\u0000\u0000WAVEfmt ");
    System.arraycopy(header, 0, file, 0, header.length);
    return file;
  }

  static byte[] html() {
    return latin("<!DOCTYPE html><html><body><script>alert(1)</script></body></html>");
  }

  static byte[] svg() {
    return latin(
        "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");
  }

  /** A picture to one reader and a script to another. */
  static byte[] gifAndScript() {
    byte[] script = latin("=1;alert(1);/*");
    return ByteBuffer.allocate(10 + 3 + script.length)
        .put(latin("GIF89a"))
        .put(new byte[] {16, 0, 16, 0})
        .put(new byte[3])
        .put(script)
        .array();
  }

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
