package org.tidemark.core.json;

/** A JSON truth value. */
public enum JsonBoolean implements Json {
  TRUE,
  FALSE;

  public static JsonBoolean of(boolean value) {
    return value ? TRUE : FALSE;
  }

  public boolean value() {
    return this == TRUE;
  }
}
