package org.tidemark.core.media;

/** Where bytes lie in a store; media with equal content in a space share one. */
public record ContentKey(String value) {

  /** Random bytes that one is made from. */
  public static final int RANDOM_BYTES = Token.BYTES;

  public ContentKey {
    Token.require("a content key", value);
  }

  public static ContentKey ofRandom(byte[] random) {
    return new ContentKey(Token.of(random));
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
