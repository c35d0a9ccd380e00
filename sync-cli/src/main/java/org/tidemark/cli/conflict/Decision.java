package org.tidemark.cli.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.cli.session.Content;
import org.tidemark.cli.session.Surroundings;
import org.tidemark.cli.session.UsageProblem;
import org.tidemark.client.conflict.Choice;
import org.tidemark.client.conflict.ConflictView;
import org.tidemark.client.conflict.Side;
import org.tidemark.core.decide.FieldConflict;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import picocli.CommandLine.Option;

/** The ways to decide a conflict, of which one is given. */
final class Decision {

  @Option(names = "--keep-local", description = "What is here, as a whole.")
  private boolean keepLocal;

  @Option(names = "--use-server", description = "What the server has, as a whole.")
  private boolean useServer;

  @Option(names = "--suggestion", description = "What the server suggests.")
  private boolean suggestion;

  @Option(
      names = "--merge",
      paramLabel = "JSON",
      description = "An object of your own, @FILE, or - for the standard input.")
  private @Nullable String merge;

  @Option(
      names = "--field",
      paramLabel = "/FIELD=VALUE",
      description =
          "local, server, suggested or JSON, for one field; again for another one. The"
              + " other fields go as suggested.")
  private List<String> fields = new ArrayList<>();

  @Option(
      names = "--dismiss",
      description = "Gives it up, where the space was lost and nothing can be decided.")
  private boolean dismiss;

  boolean isDismissal() {
    return dismiss;
  }

  /** Whether it says the same of many conflicts. */
  boolean fitsMany() {
    return merge == null && fields.isEmpty();
  }

  /** What a side as a whole drops that was settled already; empty: nothing. */
  Optional<String> drops(ConflictView view) {
    return keepLocal
        ? named("what the server had in ", view.keepLocalDrops())
        : useServer ? named("what was here in ", view.useServerDrops()) : Optional.empty();
  }

  private static Optional<String> named(String words, List<String> fields) {
    return fields.isEmpty() ? Optional.empty() : Optional.of(words + String.join(", ", fields));
  }

  /** In words, as the end of a question. */
  String words() {
    if (dismiss) {
      return "Give up";
    }
    return keepLocal
        ? "Keep what is here for"
        : useServer ? "Use the server's side of" : "Take the suggestion for";
  }

  Choice choice(ConflictView view, Surroundings surroundings) {
    String made = merge;
    if (keepLocal) {
      return Choice.keepLocal();
    }
    if (useServer) {
      return Choice.useServer();
    }
    if (made != null) {
      return Choice.merge(object(Content.read(made, surroundings)));
    }
    return suggestion ? Choice.acceptSuggestion() : byField(view);
  }

  private static JsonObject object(String text) {
    try {
      if (JsonReader.read(text) instanceof JsonObject object) {
        return object;
      }
    } catch (InvalidJson e) {
      throw new UsageProblem("What --merge gives " + e.getMessage() + ".");
    }
    throw new UsageProblem("What --merge gives is not a JSON object.");
  }

  private Choice byField(ConflictView view) {
    Map<String, Side> sides = new TreeMap<>();
    Map<String, Json> values = new TreeMap<>();
    for (String field : fields) {
      String path = path(view, field);
      String value = field.substring(path.length() + 1);
      switch (value) {
        case "local" -> sides.put(path, Side.LOCAL);
        case "server" -> sides.put(path, Side.SERVER);
        case "suggested" -> sides.put(path, Side.SUGGESTED);
        default -> values.put(path, json(path, value));
      }
    }
    return Choice.fields(sides, values);
  }

  /** The field that is meant; names may have a = of their own, so the conflict's fields tell. */
  private static String path(ConflictView view, String field) {
    List<String> known = view.conflict().fields().stream().map(FieldConflict::path).toList();
    return known.stream()
        .filter(path -> field.startsWith(path + "="))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageProblem(
                    "--field "
                        + field
                        + " names none of the changed fields. They are "
                        + String.join(", ", known)
                        + ", as in --field /name=local."));
  }

  private static Json json(String path, String text) {
    try {
      return JsonReader.read(text);
    } catch (InvalidJson e) {
      throw new UsageProblem(
          "The value of "
              + path
              + " is local, server, suggested or JSON; a text has quotes, as in --field '"
              + path
              + "=\"text\"'.");
    }
  }
}
