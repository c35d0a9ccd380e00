package org.tidemark.core.decide;

import org.tidemark.core.sentence.Phrase;

/** Why a verdict is what it is. */
public enum Reason implements Phrase {
  CREATED("the record never existed and the client creates it."),
  NEVER_WAS("the record never existed: it is gone, as the client wishes."),
  UNKNOWN("the edit builds on a record that never existed here."),
  SUCCESSOR("the edit builds on the present version, so nothing has diverged."),
  REPEATED_BY_CLIENT("the content is what this client wrote last, so nothing changes."),
  CREATED_ALIKE("the record was created with the same content, so nothing changes."),
  AHEAD(
      "the edit builds on version {0}, but the server has only come to {1}: it was restored from a"
          + " backup, and no time can decide."),

  /** Parts: the type, its policy's version and strategy, and what came of it. */
  DIVERGED("both sides changed the record, and the policy of {0} (version {1}) is {2}: {3}"),
  /** The same by a policy that was never saved, so it has no version to name. */
  DIVERGED_BY_DEFAULT("both sides changed the record, and the policy of {0} is {1}: {2}"),

  NEWER("the client's change of {0} is newer than the server's of {1}."),
  OLDER("the client's change of {0} is older than the server's of {1}."),
  SAME_TIME("the client's change of {0} is of the same time as the server's."),
  SAME_CONTENT("but both say the same."),
  BOTH_DELETED("but both deleted it."),
  FOR_A_PERSON("a person must decide."),
  DELETED_FOR_A_PERSON("one side deleted it, so a person must decide."),
  DELETED("one side deleted it, and onDelete is {0}."),
  CLIENT_STANDS("the client's fields all stand."),
  SERVER_STANDS("the server's fields are all newer."),
  FIELDS_NEWER("each field is the newer side's."),
  FIELDS_SETTLED("every field is settled."),

  /** Its part is a list of {@link #FIELD_UNSETTLED}. */
  UNSETTLED("{0}."),
  /** Parts: the field's pointer, and its {@link org.tidemark.core.merge.Trouble}. */
  FIELD_UNSETTLED("field {0} is not settled: {1}"),

  /** Where the type's schema refuses the data, and what its checker says. */
  DATA_REFUSED("{0}: {1}"),

  /** What was said when the conflict was found, and the version that the record has come to. */
  MOVED_ON("{0} Since then the record came to version {1}.");

  private final String english;

  Reason(String english) {
    this.english = english;
  }

  @Override
  public String key() {
    return "reason." + name();
  }

  @Override
  public String english() {
    return english;
  }
}
