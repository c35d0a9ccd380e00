package org.tidemark.core.json;

import org.tidemark.core.sentence.Sentence;

/** A text that is not JSON, or JSON that is not accepted; names the place and the reason. */
public final class InvalidJson extends Exception {

  private static final long serialVersionUID = 1L;

  private final String pointer;
  private final transient Sentence mistake;

  InvalidJson(String pointer, Sentence mistake) {
    super((pointer.isEmpty() ? "" : pointer + ": ") + mistake.english());
    this.pointer = pointer;
    this.mistake = mistake;
  }

  /** The JSON pointer of the offending place; empty for the whole value. */
  public String pointer() {
    return pointer;
  }

  /** What is wrong. */
  public Sentence mistake() {
    return mistake;
  }

  /** What is wrong, in English words. */
  public String reason() {
    return mistake.english();
  }
}
