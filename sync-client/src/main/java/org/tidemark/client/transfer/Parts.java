package org.tidemark.client.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.client.transport.media.SentPart;

/** How a file is cut, and which of its parts the server has. */
public final class Parts {

  /** As many as the usual stores take. */
  public static final int MOST = 10_000;

  private Parts() {}

  /** Whether a file can be cut like this at all. */
  public static boolean canCut(long sizeBytes, long partSizeBytes) {
    return partSizeBytes > 0 && (sizeBytes - 1) / partSizeBytes < MOST;
  }

  /** Cuts a file; the parts are counted from 1, and the last one may be smaller. */
  public static List<Part> cut(long sizeBytes, long partSizeBytes) {
    if (!canCut(sizeBytes, partSizeBytes)) {
      throw new IllegalArgumentException(
          sizeBytes + " bytes can't be cut into parts of " + partSizeBytes);
    }
    List<Part> parts = new ArrayList<>();
    for (long offset = 0; offset < sizeBytes; offset += partSizeBytes) {
      long size = Math.min(partSizeBytes, sizeBytes - offset);
      parts.add(new Part(parts.size() + 1, offset, size, null));
    }
    return parts;
  }

  /** The parts as the server has them: what it lacks, or has in another size, is to be sent. */
  public static List<Part> asReported(List<Part> known, List<SentPart> reported) {
    Map<Integer, SentPart> there = new HashMap<>();
    reported.forEach(part -> there.put(part.number(), part));
    List<Part> parts = new ArrayList<>();
    for (Part part : known) {
      SentPart sent = there.get(part.number());
      parts.add(
          part.with(sent != null && sent.sizeBytes() == part.sizeBytes() ? sent.etag() : null));
    }
    return parts;
  }

  public static List<Part> missing(List<Part> parts) {
    List<Part> missing = new ArrayList<>(parts);
    missing.removeIf(part -> part.etag() != null);
    return missing;
  }

  public static long sentBytes(List<Part> parts) {
    long bytes = 0;
    for (Part part : parts) {
      bytes += part.etag() == null ? 0 : part.sizeBytes();
    }
    return bytes;
  }
}
