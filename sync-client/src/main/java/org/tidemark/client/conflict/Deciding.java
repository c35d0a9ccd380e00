package org.tidemark.client.conflict;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.ledger.Intake;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.FieldConflict;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonPointer;

/** Turns a person's choice into the record's next state: pure. */
final class Deciding {

  private Deciding() {}

  /** The decided state; null: deleted. */
  static @Nullable Document data(Choice choice, Conflict conflict) {
    if (choice instanceof Choice.KeepLocal) {
      return conflict.clientData();
    }
    if (choice instanceof Choice.UseServer) {
      return conflict.serverData();
    }
    if (choice instanceof Choice.AcceptSuggestion) {
      return conflict.suggested();
    }
    if (choice instanceof Choice.Merge merge) {
      return Document.of(merge.data());
    }
    return byField((Choice.Fields) choice, conflict);
  }

  private static @Nullable Document byField(Choice.Fields fields, Conflict conflict) {
    if (takesDeletion(fields, conflict)) {
      return null;
    }
    JsonObject result = json(start(conflict));
    for (Map.Entry<String, Side> each : fields.sides().entrySet()) {
      JsonPointer pointer = Intake.pointer(each.getKey());
      Json value = Pointers.get(json(side(each.getValue(), conflict)), pointer);
      result = Pointers.put(result, pointer, value);
    }
    for (Map.Entry<String, Json> each : fields.values().entrySet()) {
      result = Pointers.put(result, Intake.pointer(each.getKey()), each.getValue());
    }
    return Document.of(result);
  }

  /** Whoever takes the deleted side for all fields wants it deleted, not an empty record. */
  private static boolean takesDeletion(Choice.Fields fields, Conflict conflict) {
    boolean isSuggested = conflict.suggested() == null;
    if (!fields.values().isEmpty() || (fields.sides().isEmpty() && !isSuggested)) {
      return false;
    }
    boolean isNamed =
        fields.sides().values().stream().allMatch(side -> side(side, conflict) == null);
    boolean isRest =
        conflict.fields().stream()
            .map(FieldConflict::path)
            .allMatch(path -> isSuggested || fields.sides().containsKey(path));
    return isNamed && isRest;
  }

  private static @Nullable Document start(Conflict conflict) {
    Document suggested = conflict.suggested();
    if (suggested != null) {
      return suggested;
    }
    Document local = conflict.clientData();
    return local == null ? conflict.serverData() : local;
  }

  private static @Nullable Document side(Side side, Conflict conflict) {
    return switch (side) {
      case LOCAL -> conflict.clientData();
      case SERVER -> conflict.serverData();
      case SUGGESTED -> conflict.suggested();
    };
  }

  private static JsonObject json(@Nullable Document document) {
    return document == null ? JsonObject.EMPTY : document.json();
  }
}
