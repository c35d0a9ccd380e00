package org.tidemark.web.graphql.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as read from its body; variables are as sent but for JSON, which is read exactly. */
record GraphQLRequest(
    String query,
    PreparedDocument document,
    @Nullable String operationName,
    Map<String, @Nullable Object> variables) {}
