package org.tidemark.core.decide;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.BaseState;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.merge.FieldDiff;
import org.tidemark.core.merge.FieldOutcome;
import org.tidemark.core.merge.MergeResult;
import org.tidemark.core.merge.RuleBook;
import org.tidemark.core.record.RecordState;
import org.tidemark.core.sentence.Sentence;

/** Describes a divergence to the person who must decide, with a suggestion. */
public final class Conflicts {

  private Conflicts() {}

  static Conflict describe(
      ConflictType type, DecisionInput input, RecordState server, String explanation) {
    BaseState base = Bases.of(input);
    Document clientData = input.mutation().data();
    Document serverData = server.data();
    Document suggested;
    List<FieldConflict> fields;
    if (serverData != null && clientData != null) {
      MergeResult merge =
          Bases.merge(input, server, serverData, clientData, RuleBook.of(input.policy()));
      suggested = Document.of(merge.merged());
      fields = fields(merge);
    } else {
      suggested = ofDeletion(input, server, base);
      fields = deletedFields(base, serverData, clientData, suggested);
    }
    Integer claimed = input.claim().version();
    return new Conflict(
        type,
        serverData,
        clientData,
        Bases.document(base),
        server.version(),
        claimed == null ? input.mutation().baseVersion() : claimed,
        server.updatedAt(),
        input.mutation().updatedAt(),
        input.effectiveAt(),
        fields,
        suggested,
        explanation);
  }

  /** The conflict as it is against what the server's state has become. */
  public static Conflict renew(Conflict stored, DecisionInput decided, RecordState current) {
    String explanation =
        Sentence.of(Reason.MOVED_ON, stored.explanation(), current.version()).english();
    return describe(stored.type(), decided.against(current), current, explanation);
  }

  private static List<FieldConflict> fields(MergeResult merge) {
    List<FieldConflict> fields = new ArrayList<>();
    for (FieldOutcome field : merge.fields()) {
      fields.add(
          new FieldConflict(
              field.path(),
              field.base(),
              field.server(),
              field.client(),
              field.merged(),
              field.settled()));
    }
    return fields;
  }

  /** The side that alone changed the record, else the newer one, and the server's when equal. */
  private static @Nullable Document ofDeletion(
      DecisionInput input, RecordState server, BaseState base) {
    Document known = Bases.document(base);
    Document clientData = input.mutation().data();
    Document edited = clientData == null ? server.data() : clientData;
    if (known != null && known.equals(edited)) {
      return null;
    }
    return input.effectiveAt().isAfter(server.updatedAt()) ? clientData : server.data();
  }

  /** A deletion changes every field that there was. */
  private static List<FieldConflict> deletedFields(
      BaseState base,
      @Nullable Document server,
      @Nullable Document client,
      @Nullable Document suggested) {
    List<FieldConflict> fields = new ArrayList<>();
    JsonObject all = json(server).isEmpty() ? json(client) : json(server);
    for (String pointer : FieldDiff.between(JsonObject.EMPTY, all)) {
      fields.add(
          new FieldConflict(
              pointer,
              at(Bases.document(base), pointer),
              at(server, pointer),
              at(client, pointer),
              at(suggested, pointer),
              false));
    }
    return fields;
  }

  private static JsonObject json(@Nullable Document document) {
    return document == null ? JsonObject.EMPTY : document.json();
  }

  private static @Nullable Json at(@Nullable Document document, String pointer) {
    return json(document).get(JsonPointer.parse(pointer).tokens().get(0));
  }
}
