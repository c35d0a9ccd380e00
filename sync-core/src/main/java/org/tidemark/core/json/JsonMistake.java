package org.tidemark.core.json;

import org.tidemark.core.sentence.Phrase;

/** What may be wrong with a text that is to be JSON, or to be a pointer into it. */
public enum JsonMistake implements Phrase {
  EMPTY("is empty"),
  MORE_AFTER_END("has something after its end"),
  NOT_JSON("is not JSON"),
  /** Parts: line and column. */
  NOT_JSON_AT("is not JSON (line {0}, column {1})"),
  ENDS_EARLY("is not JSON: it ends too early (line {0}, column {1})"),
  TOO_DEEP("is nested deeper than {0} levels"),
  GIVEN_TWICE("is given twice"),
  EXPONENT("is not a number with an exponent that can be kept"),
  /** Parts: the most digits, and the largest exponent. */
  NUMBER_TOO_LONG("is a number of more than {0} digits or with an exponent beyond {1}"),
  HOLDS_NUL("holds the character U+0000"),
  HOLDS_LONE_SURROGATE("holds a lone surrogate"),
  NO_POINTER("must be a JSON pointer such as /field"),
  POINTER_ESCAPE("must write ~ as ~0 and / within a name as ~1");

  private final String english;

  JsonMistake(String english) {
    this.english = english;
  }

  @Override
  public String key() {
    return "json." + name();
  }

  @Override
  public String english() {
    return english;
  }
}
