package org.tidemark.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.tidemark.it.server.Http.Reply;

/** A client of the protocol: a user's token and a client id. */
public record Device(Http http, String clientId) {

  private static final String CONFLICT =
      """
      conflict { conflictId conflictType serverData clientData baseData serverVersion localVersion
        serverUpdatedAt clientUpdatedAt clientEffectiveAt resolutionSuggested explanation
        fields { path base server client suggested settled } }
      """;

  private static final String ITEM =
      """
      clientMutationId status space entityType id version updatedAt deleted data
      error { code category retryable retryAfterMs message correlationId fields { path message } }
      """
          + CONFLICT;

  private static final String SYNC =
      "mutation($input: SyncInput!) { sync(input: $input) { serverTime results { "
          + ITEM
          + " } } }";

  private static final String RESOLVE =
      "mutation($input: ResolveInput!) { resolveConflict(input: $input) { " + ITEM + " } }";

  private static final String PULL =
      """
      query($clientId: String!, $cursor: String, $limit: Int, $types: [String!]) {
        pull(clientId: $clientId, cursor: $cursor, limit: $limit, entityTypes: $types) {
          changes { space entityType id version updatedAt deleted data }
          resolvedConflicts { conflictId space entityType id status resolution version resolvedBy resolvedAt }
          spaces { space role } cursor hasMore serverTime } }
      """;

  /** The same user with another device. */
  public Device another() {
    return new Device(http, TestServer.unique("device"));
  }

  /** The same client id in the hands of another user. */
  public Device withClientId(String other) {
    return new Device(http, other);
  }

  /** Pushes one edit and gives its answer. */
  public Tree push(Edit edit) {
    return pushAll(edit).get(0);
  }

  /** Pushes edits as one batch and gives their answers. */
  public List<Tree> pushAll(Edit... edits) {
    return pushAll(Arrays.asList(edits));
  }

  public List<Tree> pushAll(List<Edit> edits) {
    Reply reply = trySync("", edits);
    assertThat(reply.code()).as(reply.body()).isEmpty();
    List<Tree> results = reply.data("sync").at("results").elements();
    assertThat(results).hasSameSizeAs(edits);
    return results;
  }

  /** Pushes with a clock of its own. */
  public Tree pushAt(String clientTime, Edit edit) {
    Reply reply = trySync(",\"clientTime\":" + Http.quoted(clientTime), List.of(edit));
    return reply.data("sync").at("results", 0);
  }

  public Reply trySync(Edit... edits) {
    return trySync("", Arrays.asList(edits));
  }

  public Reply trySync(String moreInput, List<Edit> edits) {
    String mutations = edits.stream().map(Edit::json).collect(Collectors.joining(",", "[", "]"));
    return http.graphql(
        SYNC,
        "{\"input\":{\"clientId\":%s%s,\"mutations\":%s}}"
            .formatted(Http.quoted(clientId), moreInput, mutations));
  }

  /** Pulls a page from the beginning. */
  public Tree pull() {
    return pull("");
  }

  /** Pulls the page after the cursor. */
  public Tree pull(String cursor) {
    Reply reply = tryPull(cursor, "");
    assertThat(reply.code()).as(reply.body()).isEmpty();
    return reply.data("pull");
  }

  /** Pulls until there is no more, and gives the cursor. */
  public String pullToTheEnd() {
    Tree page = pull();
    while (page.at("hasMore").isTrue()) {
      page = pull(page.at("cursor").text());
    }
    return page.at("cursor").text();
  }

  /**
   * @param cursor "" for none
   * @param more further variables: limit, types
   */
  public Reply tryPull(String cursor, String more) {
    String place = cursor.isEmpty() ? "" : ",\"cursor\":" + Http.quoted(cursor);
    return http.graphql(PULL, "{\"clientId\":" + Http.quoted(clientId) + place + more + "}");
  }

  /** Settles a conflict and gives the answer. */
  public Tree resolve(String conflictId, String resolution, int serverVersion) {
    return resolve(TestServer.unique("r"), conflictId, resolution, serverVersion, "null");
  }

  public Tree resolve(
      String mutationId, String conflictId, String resolution, int serverVersion, String data) {
    Reply reply = tryResolve(mutationId, conflictId, resolution, serverVersion, data);
    assertThat(reply.code()).as(reply.body()).isEmpty();
    return reply.data("resolveConflict");
  }

  public Reply tryResolve(
      String mutationId, String conflictId, String resolution, int serverVersion, String data) {
    return http.graphql(
        RESOLVE,
        """
        {"input":{"clientId":%s,"clientMutationId":%s,"conflictId":%s,"resolution":"%s",
         "serverVersion":%d,"data":%s,"updatedAt":"2026-03-01T13:00:00Z"}}
        """
            .formatted(
                Http.quoted(clientId),
                Http.quoted(mutationId),
                Http.quoted(conflictId),
                resolution,
                serverVersion,
                data));
  }

  /** Asks a query or mutation without variables, which has to succeed. */
  public Tree ask(String document) {
    Reply reply = http.graphql(document, "{}");
    assertThat(reply.code()).as(reply.body()).isEmpty();
    return reply.tree().at("data");
  }

  /** The code of the error that a query or mutation without variables gives. */
  public String refusal(String document) {
    return http.graphql(document, "{}").code();
  }

  /** The names of the operations that the schema has, of the type Query or Mutation. */
  public List<String> operations(String type) {
    return ask("{ __type(name: \"%s\") { fields { name } } }".formatted(type))
        .at("__type", "fields")
        .texts("name");
  }

  /** The record as it is now. */
  public Tree record(String space, String type, String id) {
    return ask("{ record(space: %s, entityType: %s, id: %s) { version updatedAt deleted data } }"
            .formatted(Http.quoted(space), Http.quoted(type), Http.quoted(id)))
        .at("record");
  }

  public List<Tree> revisions(String space, String type, String id) {
    return ask("""
            { revisions(space: %s, entityType: %s, id: %s) {
                version updatedAt deleted data writtenBy clientId clientMutationId beside } }
            """
            .formatted(Http.quoted(space), Http.quoted(type), Http.quoted(id)))
        .at("revisions")
        .elements();
  }
}
