package org.tidemark.console.difference;

import java.util.Iterator;
import java.util.Map;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;

/** Prints JSON for people: what is nested stands on lines of its own, indented. */
public final class Readable {
  private Readable() {}

  public static String print(Json value) {
    StringBuilder text = new StringBuilder();
    print(value, "\n", text);
    return text.toString();
  }

  private static void print(Json value, String line, StringBuilder text) {
    String inner = line + "  ";
    if (value instanceof JsonObject object && !object.isEmpty()) {
      text.append('{');
      for (Iterator<Map.Entry<String, Json>> each = object.members().entrySet().iterator();
          each.hasNext(); ) {
        Map.Entry<String, Json> member = each.next();
        text.append(inner).append(CanonicalJson.print(new JsonString(member.getKey())));
        text.append(": ");
        print(member.getValue(), inner, text);
        text.append(each.hasNext() ? "," : line);
      }
      text.append('}');
    } else if (value instanceof JsonArray array && !array.elements().isEmpty()) {
      text.append('[');
      for (Iterator<Json> each = array.elements().iterator(); each.hasNext(); ) {
        text.append(inner);
        print(each.next(), inner, text);
        text.append(each.hasNext() ? "," : line);
      }
      text.append(']');
    } else {
      text.append(CanonicalJson.print(value));
    }
  }
}
