package org.tidemark.server.policy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tidemark.core.decide.DecisionInput;
import org.tidemark.core.json.Document;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.server.policy.boundary.PolicyReplay;
import org.tidemark.server.policy.boundary.PolicyTrialAnswer;

/**
 * Decides once more, by another policy, on edits that became conflicts.
 *
 * <p>Only the newest conflicts of all types are looked at, along the index of the queue: a type
 * that had none lately is not searched for among all there ever were.
 */
@ApplicationScoped
public class PolicyReplays {
  private static final int MOST = 20;
  private static final int MOST_BYTES = 4 << 20;

  private static final String NEWEST =
      """
      (select conflict_id, space, entity_type, id, detected_at, inputs from conflict
        where status = '%s' order by detected_at desc, conflict_id desc limit 1000)
      """;

  /** What is weighed is not read: the length of a large value is known without it. */
  private static final String RECENT =
      """
      select w.* from (
        select p.*, sum(octet_length(p.inputs)) over (order by p.detected_at desc, p.conflict_id)
                      - octet_length(p.inputs) as bytes_before
          from (select r.* from (%s union all %s) r where r.entity_type = ?
                 order by r.detected_at desc, r.conflict_id limit ?) p) w
       where w.bytes_before < ? order by w.detected_at desc, w.conflict_id
      """
          .formatted(NEWEST.formatted("OPEN"), NEWEST.formatted("RESOLVED"));

  @Inject private PolicyTrials trials;

  /**
   * The newest conflicts of the policy's type, and what it would have made of each.
   *
   * @param language that what is wrong with a field is said in, where it is known
   */
  public List<PolicyReplay> decide(Connection connection, MergePolicy policy, Locale language)
      throws SQLException {
    ValidatedPolicy validated = ValidatedPolicy.of(policy);
    List<PolicyReplay> replays = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(RECENT)) {
      select.setString(1, policy.type().value());
      select.setInt(2, MOST);
      select.setInt(3, MOST_BYTES);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Document inputs = Document.ofCanonical(row.getString("inputs"));
          PolicyTrialAnswer answer =
              trials.replay(validated, DecisionInput.fromJson(inputs.json()), language);
          replays.add(
              new PolicyReplay(
                  row.getString("conflict_id"),
                  row.getString("space"),
                  row.getString("id"),
                  row.getObject("detected_at", OffsetDateTime.class).toInstant(),
                  answer.status(),
                  answer.outcome(),
                  answer.why()));
        }
      }
    }
    return replays;
  }
}
