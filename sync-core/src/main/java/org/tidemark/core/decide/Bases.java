package org.tidemark.core.decide;

import java.time.Instant;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.BaseRef;
import org.tidemark.core.chain.BaseState;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.merge.MergeResult;
import org.tidemark.core.merge.RuleBook;
import org.tidemark.core.merge.ThreeWayMerge;
import org.tidemark.core.record.FieldTimes;
import org.tidemark.core.record.RecordState;

/** The base that counts: the server's copy where it has one, else the one that the client sent. */
final class Bases {

  private Bases() {}

  static BaseState of(DecisionInput input) {
    Document sent = input.mutation().sentBase();
    if (input.claim().ref() instanceof BaseRef.None) {
      return sent == null ? BaseState.ABSENT : new BaseState.Known(sent);
    }
    if (input.base() instanceof BaseState.Unknown && sent != null) {
      return new BaseState.Known(sent);
    }
    return input.base();
  }

  /** The base to merge from: empty where there was no record, null where it is not known. */
  static @Nullable JsonObject object(BaseState base) {
    if (base instanceof BaseState.Known known) {
      return known.data().json();
    }
    return base instanceof BaseState.Absent ? JsonObject.EMPTY : null;
  }

  /** The data of the base, if it is known to have had any. */
  static @Nullable Document document(BaseState base) {
    return base instanceof BaseState.Known known ? known.data() : null;
  }

  /** The times of the base's fields, null where they are not known. */
  static @Nullable FieldTimes times(DecisionInput input, RecordState server) {
    if (input.claim().ref() instanceof BaseRef.ClientData) {
      // The base is this client's own earlier edit, which is older than this one: a field of the
      // server that is newer than this edit was changed by somebody else since.
      return earlier(server.fieldTimes(), input.clientTimes());
    }
    return of(input) instanceof BaseState.Known known ? known.times() : null;
  }

  /** Merges both sides from the base that counts. */
  static MergeResult merge(
      DecisionInput input,
      RecordState server,
      Document serverData,
      Document clientData,
      RuleBook rules) {
    return ThreeWayMerge.merge(
        object(of(input)),
        serverData.json(),
        clientData.json(),
        server.fieldTimes(),
        input.clientTimes(),
        times(input, server),
        rules);
  }

  private static FieldTimes earlier(FieldTimes one, FieldTimes other) {
    TreeSet<String> fields = new TreeSet<>(one.exceptions().keySet());
    fields.addAll(other.exceptions().keySet());
    TreeMap<String, Instant> times = new TreeMap<>();
    for (String field : fields) {
      times.put(field, earlier(one.of(field), other.of(field)));
    }
    return new FieldTimes(earlier(one.rest(), other.rest()), times);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
