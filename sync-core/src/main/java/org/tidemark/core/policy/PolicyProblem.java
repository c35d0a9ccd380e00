package org.tidemark.core.policy;

import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.sentence.Phrase;
import org.tidemark.core.sentence.Sentence;

/** What is wrong at a place of a policy: its pointer, and a sentence that follows it. */
public record PolicyProblem(String place, Sentence mistake) {

  public static PolicyProblem of(String place, Phrase phrase, Object... parts) {
    return new PolicyProblem(place, Sentence.of(phrase, parts));
  }

  /** The same in English, as clients get it. */
  public FieldProblem inEnglish() {
    return new FieldProblem(place, mistake.english());
  }
}
