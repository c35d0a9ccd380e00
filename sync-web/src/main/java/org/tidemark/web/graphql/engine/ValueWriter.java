package org.tidemark.web.graphql.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.record.Timestamps;

/** Writes the values of an answer: a document as the text that it is, never parsed again. */
final class ValueWriter {
  private ValueWriter() {}

  static void write(@Nullable Object value, AnswerBuffer to) {
    if (value == null) {
      to.addNull();
    } else if (value instanceof String text) {
      to.addString(text);
    } else if (value instanceof Document document) {
      to.addJson(document.text());
    } else if (value instanceof Json json) {
      to.addJson(CanonicalJson.print(json));
    } else if (value instanceof Integer number) {
      to.add(number);
    } else if (value instanceof Boolean bool) {
      to.add(bool);
    } else if (value instanceof Instant instant) {
      to.addString(Timestamps.print(instant));
    } else if (value instanceof Map<?, ?> object) {
      writeObject(object, to);
    } else if (value instanceof List<?> list) {
      writeList(list, to);
    } else if (value instanceof Enum<?> constant) {
      to.addString(constant.name());
    } else if (value instanceof Double number && Double.isFinite(number)) {
      to.addJson(number.toString());
    } else {
      throw new IllegalArgumentException("no JSON form: " + value.getClass());
    }
  }

  private static void writeObject(Map<?, ?> object, AnswerBuffer to) {
    to.add('{');
    boolean first = true;
    for (Map.Entry<?, ?> member : object.entrySet()) {
      if (!first) {
        to.add(',');
      }
      first = false;
      to.addString(String.valueOf(member.getKey())).add(':');
      write(member.getValue(), to);
    }
    to.add('}');
  }

  private static void writeList(List<?> list, AnswerBuffer to) {
    to.add('[');
    boolean first = true;
    for (Object element : list) {
      if (!first) {
        to.add(',');
      }
      first = false;
      write(element, to);
    }
    to.add(']');
  }
}
