package org.tidemark.app.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.ErrorKind;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.ProblemJson;
import org.tidemark.client.problem.Problems;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;

/**
 * An answer.
 *
 * @param length bytes of the content; {@link #STREAM} where nobody knows before its end
 */
public record Reply(int status, Map<String, String> headers, long length, Content content) {

  /** The length of an answer that goes on until somebody ends it. */
  public static final long STREAM = 0;

  /** The length of an answer without content, as the JDK's server wants it. */
  public static final long NOTHING = -1;

  private static final String TYPE = "Content-Type";

  /** Writes what an answer holds. */
  public interface Content {
    void write(OutputStream to) throws IOException;
  }

  public static Reply json(JsonObject body) {
    return bytes(200, "application/json", body.canonicalText().getBytes(StandardCharsets.UTF_8));
  }

  public static Reply bytes(int status, String type, byte[] body) {
    return new Reply(
        status, Map.of(TYPE, type), body.length == 0 ? NOTHING : body.length, to -> to.write(body));
  }

  public static Reply stream(String type, Content content) {
    return new Reply(200, Map.of(TYPE, type), STREAM, content);
  }

  public static Reply redirect(String location, Map<String, String> more) {
    Map<String, String> headers = new TreeMap<>(more);
    headers.put("Location", location);
    return new Reply(303, headers, NOTHING, to -> {});
  }

  /** A failure where a person may see the answer as it is: its sentence alone. */
  static Reply sentence(RuntimeException failure) {
    int status = failure instanceof Refused refused ? refused.status() : 500;
    byte[] words = (failure.getMessage() + "\n").getBytes(StandardCharsets.UTF_8);
    return bytes(status, "text/plain; charset=utf-8", words);
  }

  /** A failure as problem JSON, with what can be done. */
  static Reply problem(RuntimeException failure) {
    if (failure instanceof Refused refused) {
      Members members = new Members().text("code", refused.code());
      members.text("kind", "VALIDATION").text("place", refused.place());
      return problem(refused.status(), refused.sentence(), members.build());
    }
    Problem problem =
        failure instanceof ClientException known
            ? known.problem()
            : Problems.unexpected(String.valueOf(failure));
    return problem(status(problem), problem.sentence(), ProblemJson.write(problem));
  }

  private static int status(Problem problem) {
    if (problem.code().equals("RECORD_MISSING")) {
      return 404;
    }
    if (problem.code().equals("UNEXPECTED")) {
      return 500;
    }
    return problem.kind() == ErrorKind.VALIDATION ? 400 : 409;
  }

  private static Reply problem(int status, String sentence, JsonObject members) {
    JsonObject body =
        members
            .with("title", new JsonString(sentence))
            .with("sentence", new JsonString(sentence))
            .with("status", JsonNumber.of(status));
    return bytes(
        status, "application/problem+json", body.canonicalText().getBytes(StandardCharsets.UTF_8));
  }
}
