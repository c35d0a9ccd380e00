package org.tidemark.core.media;

/** The name of an upload, which nobody can guess. */
public record UploadId(String value) {

  /** Random bytes that one is made from. */
  public static final int RANDOM_BYTES = Token.BYTES;

  public UploadId {
    Token.require("an upload id", value);
  }

  public static UploadId ofRandom(byte[] random) {
    return new UploadId(Token.of(random));
  }

  /** Whether the text has the form of one. */
  public static boolean is(String text) {
    return Token.is(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
