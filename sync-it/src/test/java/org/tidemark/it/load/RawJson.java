package org.tidemark.it.load;

import java.util.ArrayList;
import java.util.List;

/** Cuts JSON text into its parts without changing a byte of them. */
final class RawJson {

  private final String text;
  private int at;

  private RawJson(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /** The texts of the elements of the first array that is a member of this name. */
  static List<String> elements(String text, String name) {
    var start = text.indexOf("\"" + name + "\":[");
    if (start < 0) {
      throw new IllegalArgumentException("no array " + name + " in " + text);
    }
    return new RawJson(text, start + name.length() + 4).elements();
  }

  private List<String> elements() {
    var elements = new ArrayList<String>();
    while (text.charAt(at) != ']') {
      var start = at;
      skipValue();
      elements.add(text.substring(start, at));
      if (text.charAt(at) == ',') {
        at++;
      }
    }
    return elements;
  }

  private void skipValue() {
    var depth = 0;
    while (depth > 0 || (text.charAt(at) != ',' && text.charAt(at) != ']')) {
      switch (text.charAt(at)) {
        case '"' -> skipString();
        case '{', '[' -> {
          depth++;
          at++;
        }
        case '}', ']' -> {
          depth--;
          at++;
        }
        default -> at++;
      }
    }
  }

  private void skipString() {
    at++;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }
}
