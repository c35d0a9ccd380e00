package org.tidemark.server.policy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.mutation.Rejection;
import org.tidemark.core.mutation.Rejections;
import org.tidemark.server.settings.ServerSettings;

/** What the data of a record must meet when a person writes them: size and schema. */
@ApplicationScoped
public class DataRules {
  @Inject private ServerSettings settings;

  /**
   * Why the data are refused; null: they are not.
   *
   * @param policy of the record's type; null: none was ever set
   * @param language that what is wrong with a field is said in, where it is known
   */
  public @Nullable Rejection refusal(
      @Nullable ValidatedPolicy policy, Document data, Locale language) {
    int limitBytes =
        policy == null
            ? settings.maxDataBytes()
            : Math.min(settings.maxDataBytes(), policy.policy().maxBytes());
    if (data.utf8Length() > limitBytes) {
      return Rejections.dataTooLarge("/data", data.utf8Length(), limitBytes);
    }
    List<FieldProblem> problems =
        policy == null || policy.schema() == null
            ? List.of()
            : policy.schema().check(data, language);
    return problems.isEmpty() ? null : Rejections.schemaViolation(problems);
  }
}
