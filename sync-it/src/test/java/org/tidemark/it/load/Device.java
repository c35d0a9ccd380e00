package org.tidemark.it.load;

import java.util.List;
import java.util.stream.Collectors;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonBoolean;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;

/** A client id with its user's token: pushes and pulls. */
public record Device(String clientId, String token) {

  private static final String PUSH =
      "mutation Push($input:SyncInput!){sync(input:$input){results{clientMutationId status space"
          + " entityType id version updatedAt deleted data conflict{conflictId conflictType"
          + " serverData clientData baseData serverVersion localVersion serverUpdatedAt"
          + " clientUpdatedAt clientEffectiveAt fields{path base server client suggested settled}"
          + " resolutionSuggested explanation} error{code category retryable retryAfterMs message"
          + " correlationId fields{path message}}} serverTime}}";
  private static final String PULL =
      "query Pull($client:String!,$cursor:String,$limit:Int){pull(clientId:$client,cursor:$cursor,"
          + "limit:$limit){changes{space entityType id version deleted} cursor hasMore}}";

  /** A page of the feed. */
  public record Page(List<JsonObject> changes, String cursor, boolean hasMore) {}

  /**
   * Sends edits once.
   *
   * @throws Unanswered when it is not known what became of them
   */
  public List<Answer> push(Wire wire, List<Edit> edits) throws Unanswered {
    var mutations = edits.stream().map(Edit::json).collect(Collectors.joining(","));
    var input =
        "{\"input\":{\"clientId\":\"%s\",\"mutations\":[%s]}}".formatted(clientId, mutations);
    var answers =
        RawJson.elements(wire.post(token, PUSH, input), "results").stream()
            .map(Answer::of)
            .toList();
    var asked = edits.stream().map(Edit::mutationId).toList();
    if (!answers.stream().map(Answer::mutationId).toList().equals(asked)) {
      throw new AssertionError("answers to others than were asked: " + answers);
    }
    return answers;
  }

  /** Sends edits that must be answered at once. */
  public List<Answer> pushNow(Wire wire, List<Edit> edits) {
    try {
      return push(wire, edits);
    } catch (Unanswered e) {
      throw new AssertionError(e);
    }
  }

  public Answer pushNow(Wire wire, Edit edit) {
    return pushNow(wire, List.of(edit)).get(0);
  }

  /** One page after the cursor; an empty cursor: from the beginning. */
  public Page pull(Wire wire, String cursor, int limit) {
    var from = cursor.isEmpty() ? "null" : "\"" + cursor + "\"";
    var answer =
        wire.ask(
            token,
            PULL,
            "{\"client\":\"%s\",\"cursor\":%s,\"limit\":%d}".formatted(clientId, from, limit));
    if (answer.get("data") instanceof JsonObject data
        && data.get("pull") instanceof JsonObject pull
        && pull.get("changes") instanceof JsonArray changes
        && pull.get("cursor") instanceof JsonString next) {
      return new Page(
          changes.elements().stream().map(JsonObject.class::cast).toList(),
          next.value(),
          pull.get("hasMore") == JsonBoolean.TRUE);
    }
    throw new AssertionError(answer);
  }
}
