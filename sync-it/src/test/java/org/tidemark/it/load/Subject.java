package org.tidemark.it.load;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;

/** What a person changes in the records of one type: the data after one more edit. */
enum Subject {
  /** Its merge policy is SUM. */
  COUNTER("counter") {
    @Override
    String edited(@Nullable JsonObject before, String mark, int amount) {
      return "{\"count\":%d}".formatted(count(before) + amount);
    }
  },
  /** Its merge policy is APPEND. */
  THREAD("comment_thread") {
    @Override
    String edited(@Nullable JsonObject before, String mark, int amount) {
      var comments = new ArrayList<>(comments(before));
      comments.add(mark);
      return comments.stream()
          .map("{\"id\":\"%s\"}"::formatted)
          .collect(Collectors.joining(",", "{\"comments\":[", "]}"));
    }
  },
  /** Its merge policy is MANUAL: whoever comes second has a conflict. */
  INVOICE("invoice") {
    @Override
    String edited(@Nullable JsonObject before, String mark, int amount) {
      return "{\"total\":%d,\"by\":\"%s\"}".formatted(amount, mark);
    }
  },
  /** Last write wins by field; nobody shares one. */
  TASK("task") {
    @Override
    String edited(@Nullable JsonObject before, String mark, int amount) {
      return "{\"title\":\"%s\",\"points\":%d,\"done\":false}".formatted(mark, amount);
    }
  };

  private final String entityType;

  Subject(String entityType) {
    this.entityType = entityType;
  }

  abstract String edited(@Nullable JsonObject before, String mark, int amount);

  String entityType() {
    return entityType;
  }

  static long count(@Nullable JsonObject data) {
    return data != null && data.get("count") instanceof JsonNumber count
        ? count.value().longValueExact()
        : 0;
  }

  static List<String> comments(@Nullable JsonObject data) {
    if (data == null || !(data.get("comments") instanceof JsonArray comments)) {
      return List.of();
    }
    return comments.elements().stream()
        .map(comment -> ((JsonString) id((JsonObject) comment)).value())
        .toList();
  }

  private static Object id(JsonObject comment) {
    var id = comment.get("id");
    if (id == null) {
      throw new AssertionError(comment);
    }
    return id;
  }
}
