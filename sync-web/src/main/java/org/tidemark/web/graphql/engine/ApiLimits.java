package org.tidemark.web.graphql.engine;

/**
 * How much one request may ask for.
 *
 * @param maxDepth levels of fields, the operation's own being the first
 * @param maxFields fields of an operation with its fragments spread out
 * @param maxAliases aliases in a document
 * @param maxTokens tokens in a document
 * @param maxQueryChars characters in a document
 * @param introspection whether the schema may be asked for
 */
public record ApiLimits(
    int maxBodyBytes,
    int maxDepth,
    int maxFields,
    int maxAliases,
    int maxTokens,
    int maxQueryChars,
    boolean introspection) {
  public static final ApiLimits DEFAULT =
      new ApiLimits(5 * 1024 * 1024, 12, 400, 50, 15_000, 200_000, true);
}
