package org.tidemark.core.media;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads an image's width and height from its first bytes, without decoding anything: PNG, JPEG,
 * GIF, WebP, BMP, and HEIF with AVIF.
 */
public final class ImageHeaders {

  /** As much of a file as is ever looked at: camera data and colour profiles stand before. */
  public static final int HEAD_BYTES = 512 << 10;

  private static final int LARGEST_SIDE = 1 << 30;

  private final byte[] head;

  private ImageHeaders(byte[] head) {
    this.head = head;
  }

  /** The size; null where none can be read. */
  public static @Nullable ImageSize read(byte[] head) {
    return new ImageHeaders(head).read();
  }

  private @Nullable ImageSize read() {
    if (isAt(0, "\u0089PNG\r\n\u001a\n") && isAt(12, "IHDR")) {
      return size(big32(16), big32(20));
    }
    if (isAt(0, "GIF87a") || isAt(0, "GIF89a")) {
      return size(little16(6), little16(8));
    }
    if (isAt(0, "RIFF") && isAt(8, "WEBP")) {
      return webp();
    }
    if (isAt(0, "BM")) {
      return bmp();
    }
    if (isAt(0, "\u00ff\u00d8\u00ff")) {
      return jpeg();
    }
    return isAt(4, "ftyp") ? heif() : null;
  }

  private @Nullable ImageSize bmp() {
    long header = little32(14);
    if (header == 12) {
      return size(little16(18), little16(20));
    }
    // A negative height says that the rows stand from top to bottom.
    return header >= 40 ? size(little32(18), Math.abs((int) little32(22))) : null;
  }

  private @Nullable ImageSize webp() {
    if (isAt(12, "VP8X")) {
      return size(1 + little24(24), 1 + little24(27));
    }
    if (isAt(12, "VP8L") && at(20) == 0x2f) {
      long bits = little32(21);
      return size(1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff));
    }
    if (isAt(12, "VP8 ") && isAt(23, "\u009d\u0001*")) {
      return size(little16(26) & 0x3fff, little16(28) & 0x3fff);
    }
    return null;
  }

  /** Segments follow each other up to the frame's. */
  private @Nullable ImageSize jpeg() {
    int i = 2;
    while (i + 9 < head.length) {
      if (at(i) != 0xff) {
        return null;
      }
      int marker = at(i + 1);
      if (marker == 0xff) {
        i++;
      } else if (isFrame(marker)) {
        return size(big16(i + 7), big16(i + 5));
      } else if (marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
        i += 2;
      } else {
        i += 2 + Math.max(2, big16(i + 2));
      }
    }
    return null;
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  /** The largest of the "ispe" properties: an image in tiles has one for the whole besides. */
  private @Nullable ImageSize heif() {
    @Nullable ImageSize largest = null;
    for (int i = 8; i + 16 <= head.length; i++) {
      if (at(i) == 'i' && isAt(i, "ispe")) {
        ImageSize found = size(big32(i + 8), big32(i + 12));
        if (found != null && (largest == null || found.pixels() > largest.pixels())) {
          largest = found;
        }
      }
    }
    return largest;
  }

  private static @Nullable ImageSize size(long width, long height) {
    boolean sane = width > 0 && height > 0 && width <= LARGEST_SIDE && height <= LARGEST_SIDE;
    return sane ? new ImageSize((int) width, (int) height) : null;
  }

  private boolean isAt(int from, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
    if (from + wanted.length > head.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (head[from + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** A byte; 0 behind the end, which no size has. */
  private int at(int i) {
    return i < head.length ? head[i] & 0xff : 0;
  }

  private int big16(int i) {
    return at(i) << 8 | at(i + 1);
  }

  private long big32(int i) {
    return (long) big16(i) << 16 | big16(i + 2);
  }

  private int little16(int i) {
    return at(i) | at(i + 1) << 8;
  }

  private int little24(int i) {
    return little16(i) | at(i + 2) << 16;
  }

  private long little32(int i) {
    return little16(i) | (long) little16(i + 2) << 16;
  }
}
