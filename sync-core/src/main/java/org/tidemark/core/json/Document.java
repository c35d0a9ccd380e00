package org.tidemark.core.json;

import org.jspecify.annotations.Nullable;

/** A record's data: a JSON object known by its canonical text, parsed only when somebody asks. */
public final class Document {

  private final String text;
  private @Nullable JsonObject json;

  private Document(String text, @Nullable JsonObject json) {
    this.text = text;
    this.json = json;
  }

  public static Document of(JsonObject json) {
    return new Document(json.canonicalText(), json);
  }

  /** Trusts that the text is canonical, as one that the store gives back is. */
  public static Document ofCanonical(String text) {
    return new Document(text, null);
  }

  public String text() {
    return text;
  }

  public JsonObject json() {
    JsonObject known = json;
    if (known == null) {
      known = JsonReader.readStored(text);
      json = known;
    }
    return known;
  }

  /** The length in bytes of the canonical text in UTF-8. */
  public int utf8Length() {
    int bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        // A surrogate pair is two units and four bytes: one more byte for each unit.
        bytes += c >= 0x800 && !Character.isSurrogate(c) ? 2 : 1;
      }
    }
    return bytes;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Document that && text.equals(that.text));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
