package org.tidemark.core.merge;

import org.tidemark.core.sentence.Phrase;

/** What kept a field from being settled. */
public enum Trouble implements Phrase {
  NO_OBJECT("one side is not an object to merge"),
  SAME_TIME("both sides changed it at the same time"),
  BOTH_CHANGED("both sides changed it"),
  NO_ARRAY("one side is not an array to merge"),
  NO_ARRAY_BEFORE("it was not an array before"),
  NO_NUMBER_TO_SUM("one side is not a number to sum"),
  BASE_UNKNOWN("the base is not known, so a sum would be a guess"),
  NO_NUMBER_BEFORE("it was not a number before"),
  SUM_TOO_LARGE("the sum is beyond what clients can hold exactly"),
  NO_NUMBER_TO_COMPARE("one side is not a number to compare");

  private final String english;

  Trouble(String english) {
    this.english = english;
  }

  @Override
  public String key() {
    return "unsettled." + name();
  }

  @Override
  public String english() {
    return english;
  }
}
