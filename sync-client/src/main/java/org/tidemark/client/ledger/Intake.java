package org.tidemark.client.ledger;

import org.jspecify.annotations.Nullable;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.Problems;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.JsonNull;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.policy.MergePolicy;

/**
 * Lets in what an application made only if it can be read again. One record that can't would keep
 * every list that it is in from being read, and the sync with it.
 */
public final class Intake {

  private Intake() {}

  /** Refuses, in words, what is too large or no JSON that is kept: too deep, too long a number. */
  public static Document checked(Document document, MergePolicy policy) {
    int most = policy.maxBytes();
    int bytes = document.utf8Length();
    if (bytes > most) {
      throw new ClientException(
          Problems.invalidInput("it has " + bytes + " bytes, and at most " + most + " may be"));
    }
    String problem = problem(document);
    if (problem != null) {
      throw new ClientException(Problems.invalidInput(problem));
    }
    return document;
  }

  /** Why a text is no pointer to a field that can be kept, in words; null: it is one. */
  public static @Nullable String pointerProblem(String text) {
    String problem = JsonPointer.problem(text);
    if (problem != null) {
      return problem;
    }
    JsonPointer pointer = JsonPointer.parse(text);
    if (pointer.tokens().isEmpty()) {
      return "must name a field of the record";
    }
    return pointer.tokens().size() > JsonReader.MAX_DEPTH
        ? "is deeper than " + JsonReader.MAX_DEPTH + " levels"
        : problem(Document.of(pointer.put(JsonObject.EMPTY, JsonNull.INSTANCE)));
  }

  /** A pointer to a field that can be kept. */
  public static JsonPointer pointer(String text) {
    String problem = pointerProblem(text);
    if (problem != null) {
      throw new ClientException(Problems.invalidInput("\"" + text + "\" " + problem));
    }
    return JsonPointer.parse(text);
  }

  /** Why a document can't be read again, in words; null: it can. */
  public static @Nullable String problem(Document document) {
    try {
      JsonReader.read(document.text());
      return null;
    } catch (InvalidJson e) {
      return (e.pointer().isEmpty() ? "it" : e.pointer()) + " " + e.reason();
    }
  }
}
