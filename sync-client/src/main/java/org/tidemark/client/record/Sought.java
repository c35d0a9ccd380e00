package org.tidemark.client.record;

import java.util.Locale;
import java.util.Map;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.Problems;
import org.tidemark.client.replica.Replica;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;

/** The words that somebody looks for: each must be in a record's id or in one of its values. */
final class Sought {

  private static final int LONGEST = 200;

  private final String[] words;

  private Sought(String[] words) {
    this.words = words;
  }

  /**
   * @throws ClientException INVALID_INPUT where it is longer than any search
   */
  static Sought of(String text) {
    if (text.length() > LONGEST) {
      throw new ClientException(
          Problems.invalidInput("a search has at most " + LONGEST + " characters"));
    }
    String plain = text.trim().toLowerCase(Locale.ROOT);
    return new Sought(plain.isEmpty() ? new String[0] : plain.split("\\s+"));
  }

  /** Whether nothing is looked for, so that it is everywhere. */
  boolean isAll() {
    return words.length == 0;
  }

  boolean isIn(Replica replica) {
    Document data = replica.local();
    if (isAll() || data == null) {
      return isAll();
    }
    StringBuilder values = new StringBuilder(replica.key().id().value());
    gather(data.json(), values);
    String all = values.toString().toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (!all.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private static void gather(Json value, StringBuilder values) {
    if (value instanceof JsonObject object) {
      for (Map.Entry<String, Json> member : object.members().entrySet()) {
        gather(member.getValue(), values);
      }
    } else if (value instanceof JsonArray array) {
      for (Json item : array.elements()) {
        gather(item, values);
      }
    } else if (value instanceof JsonString text) {
      values.append('\n').append(text.value());
    } else if (value instanceof JsonNumber number) {
      values.append('\n').append(number.value().toPlainString());
    }
  }
}
