package org.tidemark.cli.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes JSON from an argument, from a file that is named as {@code @file}, or from the input. */
public final class Content {

  /** More than any server takes; the client checks against the type's own limit. */
  private static final int MOST_BYTES = 64 << 20;

  private Content() {}

  /** Reads {@code text}: {@code @file}, {@code -} for the input, else the JSON itself. */
  public static String read(String text, Surroundings surroundings) {
    if (text.equals("-")) {
      return decoded(input(surroundings.in()), "the input");
    }
    if (text.startsWith("@")) {
      Path file = surroundings.folder().resolve(text.substring(1));
      return decoded(file(file), "the file " + file);
    }
    if (text.indexOf('\uFFFD') >= 0) {
      // The system's language can't express a letter: what was typed is lost already.
      throw new UsageProblem(
          "A letter of the JSON was lost on the way here. Give it in a file, as @FILE, or set"
              + " LC_ALL=C.UTF-8 first.");
    }
    return text;
  }

  private static byte[] input(InputStream in) {
    try {
      return bounded(in);
    } catch (IOException e) {
      throw new Refusal("The input can't be read: " + e.getMessage() + ".");
    }
  }

  private static byte[] file(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return bounded(in);
    } catch (IOException e) {
      throw new UsageProblem("The file " + file + " can't be read.");
    }
  }

  private static byte[] bounded(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new Refusal("This is too large: at most " + MOST_BYTES + " bytes are read.");
    }
    return bytes;
  }

  private static String decoded(byte[] bytes, String what) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UsageProblem("What is in " + what + " is not UTF-8.");
    }
  }
}
