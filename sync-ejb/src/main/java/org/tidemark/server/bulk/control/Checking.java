package org.tidemark.server.bulk.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.json.Document;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.mutation.Rejection;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;
import org.tidemark.server.bulk.boundary.ItemState;
import org.tidemark.server.conflict.control.ConflictSets;
import org.tidemark.server.conflict.control.ConflictSets.Found;
import org.tidemark.server.conflict.control.StoredConflict;
import org.tidemark.server.policy.control.DataRules;
import org.tidemark.server.policy.control.PolicyBook;
import org.tidemark.server.policy.control.PolicyStore;
import org.tidemark.server.record.control.RecordStore;
import org.tidemark.server.review.control.Claims;

/** The dry run: finds what would become of items, writes nothing of records or conflicts. */
@ApplicationScoped
class Checking {
  private static final int LONGEST_REASON = 500;
  private static final int MOST_PROBLEMS = 3;

  @Inject private ConflictSets conflicts;
  @Inject private RecordStore records;
  @Inject private Claims claims;
  @Inject private PolicyStore policies;
  @Inject private DataRules rules;

  List<ItemChange> check(Connection connection, LockedJob job, SpaceId space, List<Item> items)
      throws SQLException {
    List<String> ids = items.stream().map(Item::conflictId).toList();
    Map<String, Found> found = conflicts.find(connection, space, ids);
    Map<RecordKey, Integer> versions =
        records.versions(connection, space, items.stream().map(Item::key).distinct().toList());
    Standing standing =
        new Standing(
            job.choice(), found, versions::get, claims.ofOthers(connection, job.actor(), ids));
    PolicyBook book = policies.book(connection, job.policyEpoch());
    List<ItemChange> changes = new ArrayList<>();
    for (Item item : items) {
      ItemChange against = standing.against(item);
      changes.add(against == null ? forecast(job, book, item, standing.conflict(item)) : against);
    }
    return changes;
  }

  private ItemChange forecast(LockedJob job, PolicyBook book, Item item, StoredConflict conflict) {
    Conflict shown = conflict.payload().conflict();
    Plan plan = Plan.of(job.choice(), shown);
    String refused = refusal(book, item, plan);
    return refused == null
        ? new ItemChange(
            item.ord(), ItemState.FIT, null, shown.serverVersion(), null, plan.effect(shown))
        : new ItemChange(item.ord(), ItemState.REFUSED, refused, shown.serverVersion(), null, null);
  }

  /** Why it can't be written, in words; null: it can. */
  @Nullable String refusal(PolicyBook book, Item item, Plan plan) {
    Document data = plan.data();
    if (!plan.writes() || data == null) {
      return null;
    }
    Rejection rejection =
        rules.refusal(book.find(item.key().type(), item.key().space()), data, Locale.ROOT);
    return rejection == null ? null : words(rejection);
  }

  static String words(Rejection rejection) {
    StringBuilder words = new StringBuilder(rejection.message());
    for (FieldProblem problem : rejection.fields().stream().limit(MOST_PROBLEMS).toList()) {
      words.append(' ').append(problem.path()).append(' ').append(problem.message()).append('.');
    }
    return words.substring(0, Math.min(LONGEST_REASON, words.length()));
  }
}
