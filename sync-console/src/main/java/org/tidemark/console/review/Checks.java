package org.tidemark.console.review;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.mutation.FieldProblem;

/** Puts what stands against an outcome to the fields that it is about. */
final class Checks {
  private static final String DATA = "/data";

  private Checks() {}

  /** Marks the fields; gives what is about none of them. */
  static List<String> place(List<FieldProblem> problems, List<FieldChoice> fields) {
    fields.forEach(field -> field.setProblem(null));
    List<String> left = new ArrayList<>();
    for (FieldProblem problem : problems) {
      String path = problem.path().startsWith(DATA) ? problem.path().substring(5) : "";
      FieldChoice about = about(path, fields);
      if (about == null) {
        left.add(path.isEmpty() ? problem.message() : path + ": " + problem.message());
      } else {
        String earlier = about.getProblem();
        String here = withoutPath(problem.message(), path);
        about.setProblem(earlier == null ? here : earlier + "; " + here);
      }
    }
    return left;
  }

  /** The field's own place need not be said where it stands. */
  private static String withoutPath(String message, String path) {
    return message.startsWith(path + ": ") ? message.substring(path.length() + 2) : message;
  }

  private static @Nullable FieldChoice about(String path, List<FieldChoice> fields) {
    for (FieldChoice field : fields) {
      if (path.equals(field.getPath()) || path.startsWith(field.getPath() + "/")) {
        return field;
      }
    }
    return null;
  }
}
