package org.tidemark.client.transport.http;

/** The operations of the API, each asking for just what the client keeps. */
final class Queries {

  private static final String CONFLICT =
      "conflict { conflictId conflictType serverData clientData baseData serverVersion localVersion"
          + " serverUpdatedAt clientUpdatedAt clientEffectiveAt resolutionSuggested explanation"
          + " fields { path base server client suggested settled } }";

  private static final String ERROR =
      "error { code category retryable retryAfterMs message correlationId"
          + " fields { path message } }";

  private static final String ITEM =
      "clientMutationId status version updatedAt deleted data " + CONFLICT + " " + ERROR;

  static final String PUSH =
      "mutation Push($i: SyncInput!) { sync(input: $i) { results { " + ITEM + " } serverTime } }";

  static final String RESOLVE =
      "mutation Resolve($i: ResolveInput!) { resolveConflict(input: $i) { " + ITEM + " } }";

  static final String PULL =
      "query Pull($c: String!, $a: String, $l: Int, $t: [String!]) {"
          + " pull(clientId: $c, cursor: $a, limit: $l, entityTypes: $t) {"
          + " changes { entityType id space version updatedAt deleted data }"
          + " resolvedConflicts { conflictId space entityType id status resolution version"
          + " resolvedBy resolvedAt }"
          + " spaces { space role } cursor hasMore serverTime } }";

  static final String POLICIES =
      "query Policies { policies { entityType version strategy granularity onDelete identityKey"
          + " rules schema maxBytes spaces } }";

  static final String SPACES = "query Spaces { spaces { space role } }";

  private Queries() {}
}
