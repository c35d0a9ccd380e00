package org.tidemark.core.mutation;

import java.util.List;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.MutationId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;

/** The catalogue of refusals; none of them can be cured by sending the same again. */
public final class Rejections {

  private Rejections() {}

  public static Rejection invalid(List<FieldProblem> fields) {
    StringBuilder message = new StringBuilder("The mutation is not valid:");
    for (int i = 0; i < fields.size(); i++) {
      FieldProblem field = fields.get(i);
      message.append(i == 0 ? " " : "; ").append(field.path()).append(' ').append(field.message());
    }
    return validation("INVALID_MUTATION", message.append('.').toString(), fields);
  }

  public static Rejection dataTooLarge(String path, int bytes, int limitBytes) {
    return validation(
        "DATA_TOO_LARGE",
        "The data has " + bytes + " bytes, and at most " + limitBytes + " are accepted.",
        List.of(new FieldProblem(path, "must have at most " + limitBytes + " bytes")));
  }

  public static Rejection unknownEntityType(EntityType type) {
    return validation(
        "UNKNOWN_ENTITY_TYPE",
        "The entity type " + type + " is not known here.",
        List.of(new FieldProblem("/entityType", "is not known here")));
  }

  public static Rejection schemaViolation(List<FieldProblem> fields) {
    return validation(
        "SCHEMA_VIOLATION", "The data does not match the schema of its type.", fields);
  }

  public static Rejection recordUnknown(RecordKey key) {
    return validation(
        "RECORD_UNKNOWN",
        "The edit builds on a version of "
            + key.type()
            + " "
            + key.id()
            + ", but no such record was ever here.",
        List.of(new FieldProblem("/baseVersion", "names a version of a record that never was")));
  }

  public static Rejection mutationIdReused(MutationId id) {
    return validation(
        "MUTATION_ID_REUSED",
        "The mutation id " + id + " was used before for another content.",
        List.of(new FieldProblem("/clientMutationId", "was used before for another content")));
  }

  public static Rejection mutationExpired(long highestForgotten) {
    return validation(
        "MUTATION_EXPIRED",
        "The edit may have been done before, and the server remembers answers no longer than that:"
            + " its sequence is not above "
            + highestForgotten
            + ".",
        List.of(new FieldProblem("/sequence", "must be above " + highestForgotten)));
  }

  public static Rejection clientIdTaken() {
    return refused("CLIENT_ID_TAKEN", ErrorCategory.AUTH, "The client id belongs to another user.");
  }

  public static Rejection spaceForbidden(SpaceId space) {
    return new Rejection(
        "SPACE_FORBIDDEN",
        ErrorCategory.AUTH,
        false,
        "You have no right to write in the space " + space + ".",
        List.of(new FieldProblem("/space", "is not yours to write in")));
  }

  public static Rejection recordMovedOn(int version) {
    return refused(
        "RECORD_MOVED_ON",
        ErrorCategory.CONFLICT,
        "The record was changed meanwhile and is at version " + version + " now.");
  }

  public static Rejection conflictClosed() {
    return refused("CONFLICT_CLOSED", ErrorCategory.CONFLICT, "The conflict was already resolved.");
  }

  public static Rejection conflictUnknown() {
    return validation(
        "CONFLICT_UNKNOWN",
        "There is no such conflict.",
        List.of(new FieldProblem("/conflictId", "names no conflict")));
  }

  private static Rejection validation(String code, String message, List<FieldProblem> fields) {
    return new Rejection(code, ErrorCategory.VALIDATION, false, message, fields);
  }

  private static Rejection refused(String code, ErrorCategory category, String message) {
    return new Rejection(code, category, false, message, List.of());
  }
}
