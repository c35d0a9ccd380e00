package org.tidemark.core.mutation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonInput;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonPointer;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;
import org.tidemark.core.record.Timestamps;

/**
 * Checks a draft and names what is wrong with it at once: the first {@link #MOST_PROBLEMS}, since
 * the refusal is kept and must not be many times as large as what was sent.
 */
public final class MutationReader {

  /** The most problems that a refusal names. */
  public static final int MOST_PROBLEMS = 20;

  private static final int LONGEST_PATH = 256;
  private static final double MAX_SEQUENCE = 9007199254740991d;
  private static final String REQUIRED = "is required";

  private final MutationDraft draft;
  private final int maxDataBytes;
  private final List<FieldProblem> problems = new ArrayList<>();
  private @Nullable Rejection tooLarge;

  private MutationReader(MutationDraft draft, int maxDataBytes) {
    this.draft = draft;
    this.maxDataBytes = maxDataBytes;
  }

  /**
   * Reads a draft whose space was filled in; {@code maxDataBytes} bounds its data, base and times.
   */
  public static MutationReading read(ClientId clientId, MutationDraft draft, int maxDataBytes) {
    return new MutationReader(draft, maxDataBytes).read(clientId);
  }

  private MutationReading read(ClientId clientId) {
    String id = name("/clientMutationId", draft.clientMutationId(), MutationId::problem);
    String type = name("/entityType", draft.entityType(), EntityType::problem);
    String recordId = name("/id", draft.id(), RecordId::problem);
    String space = name("/space", draft.space(), SpaceId::problem);
    String previous =
        draft.previous() == null ? null : name("/previous", draft.previous(), MutationId::problem);
    if (previous != null && previous.equals(id)) {
      problem("/previous", "must not name the mutation itself");
    }
    Operation operation = operation();
    Document data = data(operation);
    Document base = object("/base", draft.base());
    Instant updatedAt = updatedAt();
    SortedMap<String, Instant> fieldTimes = fieldTimes();
    Integer baseVersion = draft.baseVersion();
    if (baseVersion != null && baseVersion < 1) {
      problem("/baseVersion", "must be at least 1, or null for a record never seen");
    }
    Long sequence = sequence();
    if (!problems.isEmpty()
        || id == null
        || type == null
        || recordId == null
        || space == null
        || operation == null
        || updatedAt == null) {
      Rejection single = problems.size() == 1 ? tooLarge : null;
      return new MutationReading.Invalid(single != null ? single : Rejections.invalid(problems));
    }
    return new MutationReading.Valid(
        new Mutation(
            clientId,
            new MutationId(id),
            operation,
            new RecordKey(new SpaceId(space), new EntityType(type), new RecordId(recordId)),
            data,
            base,
            baseVersion,
            previous == null ? null : new MutationId(previous),
            updatedAt,
            fieldTimes,
            sequence));
  }

  /** Says what is wrong with a text, or null. */
  private interface Check {
    @Nullable String problem(String value);
  }

  private @Nullable String name(String path, @Nullable String value, Check check) {
    String found = value == null ? REQUIRED : check.problem(value);
    if (found != null) {
      problem(path, found);
      return null;
    }
    return value;
  }

  private @Nullable Operation operation() {
    String name = draft.operation();
    if ("UPSERT".equals(name)) {
      return Operation.UPSERT;
    }
    if ("DELETE".equals(name)) {
      return Operation.DELETE;
    }
    problem("/operation", name == null ? REQUIRED : "must be UPSERT or DELETE");
    return null;
  }

  private @Nullable Document data(@Nullable Operation operation) {
    Document data = object("/data", draft.data());
    if (operation == Operation.UPSERT && draft.data().isAbsent()) {
      problem("/data", "is required for UPSERT");
    }
    if (operation == Operation.DELETE && !draft.data().isAbsent()) {
      problem("/data", "must not be given for DELETE");
    }
    return data;
  }

  private @Nullable Document object(String path, JsonInput input) {
    if (input instanceof JsonInput.Invalid invalid) {
      problem(path + invalid.pointer(), invalid.reason());
      return null;
    }
    Json value = input.valueOrNull();
    if (value == null) {
      return null;
    }
    if (!(value instanceof JsonObject object)) {
      problem(path, "must be an object");
      return null;
    }
    Document document = Document.of(object);
    // Three bytes a character at the most: most documents need no count.
    if (document.text().length() > maxDataBytes / 3) {
      int bytes = document.utf8Length();
      if (bytes > maxDataBytes) {
        problem(path, "must have at most " + maxDataBytes + " bytes");
        tooLarge = Rejections.dataTooLarge(path, bytes, maxDataBytes);
        return null;
      }
    }
    return document;
  }

  private @Nullable Instant updatedAt() {
    String text = draft.updatedAt();
    if (text == null) {
      problem("/updatedAt", REQUIRED);
      return null;
    }
    Instant time = Timestamps.parse(text);
    if (time == null) {
      problem("/updatedAt", Timestamps.EXPECTED);
    }
    return time;
  }

  private SortedMap<String, Instant> fieldTimes() {
    if (draft.fieldTimes() instanceof JsonInput.Invalid invalid) {
      problem("/fieldTimes" + invalid.pointer(), invalid.reason());
      return Collections.emptySortedMap();
    }
    Json value = draft.fieldTimes().valueOrNull();
    if (value == null) {
      return Collections.emptySortedMap();
    }
    if (!(value instanceof JsonObject object)) {
      problem("/fieldTimes", "must be an object");
      return Collections.emptySortedMap();
    }
    if (object.canonicalText().length() > maxDataBytes) {
      problem("/fieldTimes", "must have at most " + maxDataBytes + " bytes");
      return Collections.emptySortedMap();
    }
    SortedMap<String, Instant> times = new TreeMap<>();
    for (Map.Entry<String, Json> entry : object.members().entrySet()) {
      String pointer = entry.getKey();
      String path = "/fieldTimes" + JsonPointer.field(pointer);
      boolean topLevel = pointer.startsWith("/") && pointer.indexOf('/', 1) < 0;
      if (!topLevel || JsonPointer.problem(pointer) != null) {
        problem(path, "must be named by the pointer of a top-level field, such as /title");
      }
      Instant time =
          entry.getValue() instanceof JsonString text ? Timestamps.parse(text.value()) : null;
      if (time == null) {
        problem(path, Timestamps.EXPECTED);
      } else {
        times.put(pointer, time);
      }
    }
    return times;
  }

  private @Nullable Long sequence() {
    Double sequence = draft.sequence();
    if (sequence == null) {
      return null;
    }
    boolean whole = sequence >= 0 && sequence <= MAX_SEQUENCE && sequence == Math.rint(sequence);
    if (!whole) {
      problem("/sequence", "must be a whole number from 0 to 9007199254740991");
      return null;
    }
    return sequence.longValue();
  }

  private void problem(String path, String message) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new FieldProblem(shortened(path), message));
    }
  }

  private static String shortened(String path) {
    if (path.length() <= LONGEST_PATH) {
      return path;
    }
    boolean splitsPair = Character.isHighSurrogate(path.charAt(LONGEST_PATH - 1));
    return path.substring(0, splitsPair ? LONGEST_PATH - 1 : LONGEST_PATH) + "…";
  }
}
