package org.tidemark.console.policies;

import org.tidemark.core.sentence.Phrase;

/** What may be wrong with a draft that its policy's check can't see. */
enum DraftMistake implements Phrase {
  OTHER_TYPE("is another type than this page's"),
  TWICE("There are two rules for this field.");

  private final String english;

  DraftMistake(String english) {
    this.english = english;
  }

  @Override
  public String key() {
    return "draftMistake." + name();
  }

  @Override
  public String english() {
    return english;
  }
}
