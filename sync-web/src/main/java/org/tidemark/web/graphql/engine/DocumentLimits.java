package org.tidemark.web.graphql.engine;

import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures a document against the limits: as written before it is validated, spread out after. */
final class DocumentLimits {
  /** Tools ask for the schema with a deeper query than any of ours; it has a limit of its own. */
  private static final int INTROSPECTION_DEPTH = 16;

  /**
   * Calls of one request. Each bounds what it reads, and what they have read is held until the
   * answer is written.
   */
  static final int MOST_CALLS = 10;

  private final ApiLimits limits;
  private final Map<String, FragmentDefinition> fragments = new HashMap<>();
  private int fields;
  private int aliases;
  private int calls;

  private DocumentLimits(ApiLimits limits) {
    this.limits = limits;
  }

  /** Before validation, whose cost grows with the square of the fields of one name. */
  static void checkAsWritten(Document document, ApiLimits limits) throws RequestRefused {
    DocumentLimits check = new DocumentLimits(limits);
    for (Definition<?> definition : document.getDefinitions()) {
      if (definition instanceof OperationDefinition operation) {
        check.measure(operation.getSelectionSet(), 1, limits.maxDepth());
      } else if (definition instanceof FragmentDefinition fragment) {
        check.measure(fragment.getSelectionSet(), 1, limits.maxDepth());
      }
    }
  }

  /** After validation, which has refused fragments that contain themselves. */
  static void checkSpread(Document document, ApiLimits limits) throws RequestRefused {
    for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
      DocumentLimits check = new DocumentLimits(limits);
      for (FragmentDefinition each : document.getDefinitionsOfType(FragmentDefinition.class)) {
        check.fragments.put(each.getName(), each);
      }
      check.measure(operation.getSelectionSet(), 1, limits.maxDepth());
      if (check.calls > MOST_CALLS) {
        throw RequestRefused.tooComplex(
            "The operation asks more than " + MOST_CALLS + " things at once.");
      }
    }
  }

  private void measure(@Nullable SelectionSet set, int depth, int maxDepth) throws RequestRefused {
    if (set == null) {
      return;
    }
    if (depth > maxDepth) {
      throw RequestRefused.tooComplex("The query is deeper than " + maxDepth + " levels.");
    }
    for (Selection<?> selection : set.getSelections()) {
      if (selection instanceof Field field) {
        count(field);
        calls += depth == 1 ? 1 : 0;
        boolean inSchema = field.getName().startsWith("__") && field.getSelectionSet() != null;
        measure(field.getSelectionSet(), depth + 1, inSchema ? INTROSPECTION_DEPTH : maxDepth);
      } else if (selection instanceof InlineFragment fragment) {
        measure(fragment.getSelectionSet(), depth, maxDepth);
      } else if (selection instanceof FragmentSpread spread) {
        FragmentDefinition fragment = fragments.get(spread.getName());
        measure(fragment == null ? null : fragment.getSelectionSet(), depth, maxDepth);
      }
    }
  }

  private void count(Field field) throws RequestRefused {
    boolean schema = field.getName().equals("__schema") || field.getName().equals("__type");
    if (schema && !limits.introspection()) {
      throw RequestRefused.introspectionOff();
    }
    if (++fields > limits.maxFields()) {
      throw RequestRefused.tooComplex("The query has more than " + limits.maxFields() + " fields.");
    }
    if (field.getAlias() != null && ++aliases > limits.maxAliases()) {
      throw RequestRefused.tooComplex(
          "The query has more than " + limits.maxAliases() + " aliases.");
    }
  }
}
