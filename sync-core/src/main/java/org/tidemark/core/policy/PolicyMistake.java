package org.tidemark.core.policy;

import org.tidemark.core.sentence.Phrase;

/** What may be wrong at a place of a policy. */
public enum PolicyMistake implements Phrase {
  NOT_KNOWN("is not known; known are {0}"),
  REQUIRED("is required"),
  FIELD_WITHOUT_LAST_WRITE_WINS("may be FIELD only with the strategy LAST_WRITE_WINS"),
  EMPTY("must not be empty"),
  NO_FIELD("must be the pointer of a field"),
  /** Parts: the field above, and the rule that it merges whole by. */
  NEVER_USED("is never used, because {0} merges whole by {1}"),
  NO_TEXT("must be a text"),
  NO_OBJECT("must be an object"),
  NO_WHOLE_NUMBER("must be a whole number from {0} to {1}"),
  NONE_OF("must be one of {0}"),
  /** Its part is what the schema's reader says, in English. */
  NO_SCHEMA("not a valid JSON Schema: {0}"),
  NO_SUBSCHEMA("must be a JSON Schema: an object, or true or false"),
  NO_TYPE("must be one of {0}, or a list of them"),
  NO_LIST("must be a list"),
  NO_NUMBER("must be a number"),
  NO_BOOLEAN("must be true or false"),
  NO_COUNT("must be a whole number, 0 or more"),
  NOT_ABOVE_ZERO("must be more than 0"),
  NAMED_TWICE("must not name anything twice"),
  /** Its part is what the expressions' reader says, in English. */
  NO_PATTERN("is no regular expression: {0}"),
  LEADS_NOWHERE("names {0}, which is not in the schema"),
  OTHER_DOCUMENT("must not name another document: {0}"),
  ENDLESS("must not refer to itself without an end"),
  NUMBER_OF_SPACES("must name 1 to {0} spaces");

  private final String english;

  PolicyMistake(String english) {
    this.english = english;
  }

  @Override
  public String key() {
    return "policyMistake." + name();
  }

  @Override
  public String english() {
    return english;
  }
}
