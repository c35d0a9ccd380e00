package org.tidemark.core.media;

/** The name of a stored file, which nobody can guess. */
public record MediaId(String value) {

  /** Random bytes that one is made from. */
  public static final int RANDOM_BYTES = Token.BYTES;

  public MediaId {
    Token.require("a media id", value);
  }

  public static MediaId ofRandom(byte[] random) {
    return new MediaId(Token.of(random));
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
