package org.tidemark.it.server;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonBoolean;
import org.tidemark.core.json.JsonNull;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.json.JsonString;

/** A JSON answer; a step to what is not there gives an absent tree. */
public record Tree(@Nullable Json json) {

  public static Tree parse(String text) {
    try {
      return new Tree(JsonReader.read(text));
    } catch (InvalidJson e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }

  static String print(Json value) {
    return CanonicalJson.print(value);
  }

  /** Follows member names and element numbers. */
  public Tree at(Object... steps) {
    @Nullable Json at = json;
    for (Object step : steps) {
      if (at instanceof JsonObject object && step instanceof String name) {
        at = object.get(name);
      } else if (at instanceof JsonArray array
          && step instanceof Integer index
          && index < array.elements().size()) {
        at = array.elements().get(index);
      } else {
        return new Tree(null);
      }
    }
    return new Tree(at);
  }

  /** Whether there is a value here that is not null. */
  public boolean isThere() {
    return json != null && !(json instanceof JsonNull);
  }

  /** The text, number or truth value here in words; "" where there is none. */
  public String text() {
    if (json instanceof JsonString string) {
      return string.value();
    } else if (json instanceof JsonNumber number) {
      return number.value().toPlainString();
    } else if (json instanceof JsonBoolean truth) {
      return String.valueOf(truth.value());
    }
    return isThere() ? canonical() : "";
  }

  public int number() {
    if (json instanceof JsonNumber number) {
      return number.value().intValueExact();
    }
    throw new AssertionError("no number: " + this);
  }

  public boolean isTrue() {
    return json == JsonBoolean.of(true);
  }

  public List<Tree> elements() {
    return json instanceof JsonArray array
        ? IntStream.range(0, array.elements().size()).mapToObj(this::at).toList()
        : List.of();
  }

  public Set<String> names() {
    return json instanceof JsonObject object ? object.members().keySet() : Set.of();
  }

  public List<String> texts(String member) {
    return elements().stream().map(element -> element.at(member).text()).toList();
  }

  /** The value in its one form; "absent" where there is none. */
  public String canonical() {
    return json == null ? "absent" : CanonicalJson.print(json);
  }

  @Override
  public String toString() {
    return canonical();
  }
}
