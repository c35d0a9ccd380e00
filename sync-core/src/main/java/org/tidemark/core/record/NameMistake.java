package org.tidemark.core.record;

import org.tidemark.core.sentence.Phrase;

/** What may be wrong with a text that is to name something. */
public enum NameMistake implements Phrase {
  EMPTY("must not be empty"),
  TOO_LONG("must have at most {0} characters"),
  HOLDS_CONTROL("must not hold control characters"),
  HOLDS_LONE_SURROGATE("must not hold lone surrogates"),
  NO_TYPE("must be a letter, then at most 63 letters, digits, _, . or -");

  private final String english;

  NameMistake(String english) {
    this.english = english;
  }

  @Override
  public String key() {
    return "name." + name();
  }

  @Override
  public String english() {
    return english;
  }
}
