package org.tidemark.core.media;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.mutation.FieldProblem;

/**
 * Why a file is not taken: final, whatever is tried.
 *
 * @param message a sentence for people
 * @param fields the places at fault
 */
public record MediaRejection(Code code, String message, List<FieldProblem> fields) {

  /** The codes that clients see. */
  public enum Code {
    NAME_NOT_ALLOWED,
    TYPE_NOT_ALLOWED,
    TYPE_MISMATCH,
    FILE_TOO_LARGE,
    SIZE_MISMATCH,
    SHA256_MISMATCH,
    IMAGE_TOO_LARGE,
    IMAGE_UNREADABLE,
    QUOTA_EXCEEDED,
    INSPECTION_FAILED
  }

  public MediaRejection {
    fields = Collections.unmodifiableList(new ArrayList<>(fields));
  }

  public static MediaRejection of(Code code, String message, String path, String problem) {
    return new MediaRejection(code, message, List.of(new FieldProblem(path, problem)));
  }

  /** Whether the code of an error is one of these. */
  public static boolean is(@Nullable String code) {
    for (Code known : Code.values()) {
      if (known.name().equals(code)) {
        return true;
      }
    }
    return false;
  }
}
