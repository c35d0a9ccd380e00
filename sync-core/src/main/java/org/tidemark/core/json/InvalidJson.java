package org.tidemark.core.json;

/** A text that is not JSON, or JSON that is not accepted; names the place and the reason. */
public final class InvalidJson extends Exception {

  private static final long serialVersionUID = 1L;

  private final String pointer;
  private final String reason;

  public InvalidJson(String pointer, String reason) {
    super(pointer.isEmpty() ? reason : pointer + ": " + reason);
    this.pointer = pointer;
    this.reason = reason;
  }

  /** The JSON pointer of the offending place; empty for the whole value. */
  public String pointer() {
    return pointer;
  }

  /** What is wrong, in words. */
  public String reason() {
    return reason;
  }
}
