package org.tidemark.server.conflict.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.mutation.Rejection;
import org.tidemark.core.mutation.Rejections;
import org.tidemark.core.record.RecordKey;
import org.tidemark.server.policy.control.PolicyBook;
import org.tidemark.server.policy.control.ValidatedPolicy;
import org.tidemark.server.settings.ServerSettings;

/** Checks what a decision writes against the policy of today, like any other write. */
@ApplicationScoped
public class DecidedData {
  @Inject private ServerSettings settings;

  /** Why the data can't be written; null: they can. */
  public @Nullable Rejection refusal(PolicyBook policies, RecordKey key, Document data) {
    ValidatedPolicy policy = policies.find(key.type(), key.space());
    int limitBytes =
        policy == null
            ? settings.maxDataBytes()
            : Math.min(settings.maxDataBytes(), policy.policy().maxBytes());
    if (data.utf8Length() > limitBytes) {
      return Rejections.dataTooLarge("/data", data.utf8Length(), limitBytes);
    }
    List<FieldProblem> problems =
        policy == null || policy.schema() == null ? List.of() : policy.schema().check(data);
    return problems.isEmpty() ? null : Rejections.schemaViolation(problems);
  }
}
