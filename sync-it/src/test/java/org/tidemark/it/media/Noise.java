package org.tidemark.it.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** A file of any size that is never held in memory: each part of it can be made again. */
record Noise(long seed, long sizeBytes, int partBytes) {

  int parts() {
    return (int) ((sizeBytes + partBytes - 1) / partBytes);
  }

  /** The bytes of a part, counted from 1; the first begins like a sound. */
  byte[] part(int number) {
    long from = (long) (number - 1) * partBytes;
    byte[] bytes = new byte[(int) Math.min(partBytes, sizeBytes - from)];
    new SplittableRandom(seed * 1_000_003 + number).nextBytes(bytes);
    if (number == 1) {
      byte[] header = Samples.latin("RIFF\u0024\u0000\u0000\u0000WAVEfmt ");
      System.arraycopy(header, 0, bytes, 0, header.length);
    }
    return bytes;
  }

  String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int number = 1; number <= parts(); number++) {
        digest.update(part(number));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
