package org.tidemark.web.graphql.engine;

import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.OperationDefinition;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document parsed, validated and measured, ready to be run any number of times.
 *
 * @param entry the document, or why it is not valid
 * @param operations by name; the empty string is the name of one without
 */
record PreparedDocument(PreparsedDocumentEntry entry, Map<String, PreparedOperation> operations) {

  /**
   * An operation of a document.
   *
   * @param plan null where only graphql-java can run it
   */
  record PreparedOperation(
      OperationDefinition definition, Map<String, Shape> variables, @Nullable FastPlan plan) {}

  /** The operation that would run; null where the name, or its absence, does not pick one. */
  @Nullable PreparedOperation operation(@Nullable String name) {
    if (name != null && !name.isEmpty()) {
      return operations.get(name);
    }
    return operations.size() == 1 ? operations.values().iterator().next() : null;
  }
}
