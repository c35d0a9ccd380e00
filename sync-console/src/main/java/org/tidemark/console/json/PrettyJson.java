package org.tidemark.console.json;

import java.util.Iterator;
import java.util.Map;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;

/** Prints JSON on lines of its own for each member, for people to read and write. */
public final class PrettyJson {
  private static final String INDENT = "  ";

  private PrettyJson() {}

  public static String print(Json value) {
    StringBuilder text = new StringBuilder();
    print(value, "\n", text);
    return text.toString();
  }

  private static void print(Json value, String newLine, StringBuilder text) {
    String inner = newLine + INDENT;
    if (value instanceof JsonObject object && !object.isEmpty()) {
      text.append('{');
      Iterator<Map.Entry<String, Json>> members = object.members().entrySet().iterator();
      while (members.hasNext()) {
        Map.Entry<String, Json> member = members.next();
        text.append(inner)
            .append(CanonicalJson.print(new JsonString(member.getKey())))
            .append(": ");
        print(member.getValue(), inner, text);
        text.append(members.hasNext() ? "," : newLine);
      }
      text.append('}');
    } else if (value instanceof JsonArray array && !array.elements().isEmpty()) {
      text.append('[');
      Iterator<Json> elements = array.elements().iterator();
      while (elements.hasNext()) {
        text.append(inner);
        print(elements.next(), inner, text);
        text.append(elements.hasNext() ? "," : newLine);
      }
      text.append(']');
    } else {
      text.append(CanonicalJson.print(value));
    }
  }
}
