package org.tidemark.console.policies;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.PolicyPrinter;
import org.tidemark.core.policy.PolicyReader;
import org.tidemark.core.policy.PolicyReading;
import org.tidemark.server.policy.boundary.PolicyView;

/** Definitions of policies as they are compared: without version, with the spaces they hold in. */
final class Definition {
  private Definition() {}

  static JsonObject of(PolicyView view) {
    return of(view.policy(), view.spaces());
  }

  static JsonObject of(MergePolicy policy, @Nullable List<String> spaces) {
    JsonObject printed = PolicyPrinter.print(policy).without("version").without("entityType");
    return spaces == null ? printed : printed.with("spaces", names(spaces));
  }

  /** A checked policy, all members written out. */
  static MergePolicy read(JsonObject checked) {
    if (PolicyReader.read(checked) instanceof PolicyReading.Valid valid) {
      return valid.policy();
    }
    throw new IllegalStateException("a policy that was checked is not valid");
  }

  private static Json names(List<String> spaces) {
    return new JsonArray(spaces.stream().<Json>map(JsonString::new).toList());
  }
}
