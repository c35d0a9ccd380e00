package org.tidemark.client.replica;

import java.time.Instant;
import org.tidemark.core.json.Document;
import org.tidemark.core.merge.RuleBook;
import org.tidemark.core.merge.ThreeWayMerge;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.record.FieldTimes;

/**
 * Carries the difference between what a person saw and what they made of it over to the local
 * state, which may have changed since, or never was what the screen showed (a preview).
 *
 * <p>Taking the shown preview for the edit's data would count the server's side twice.
 */
public final class Rebase {

  private static final FieldTimes BEFORE = FieldTimes.uniform(Instant.EPOCH);
  private static final FieldTimes AFTER = FieldTimes.uniform(Instant.EPOCH.plusMillis(1));

  private Rebase() {}

  public static Document onto(Document local, Document shown, Document made, MergePolicy policy) {
    if (local.equals(shown)) {
      return made;
    }
    return Document.of(
        ThreeWayMerge.merge(
                shown.json(), local.json(), made.json(), BEFORE, AFTER, null, RuleBook.of(policy))
            .merged());
  }
}
