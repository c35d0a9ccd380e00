package org.tidemark.core.media;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.core.mutation.FieldProblem;

/** Compares what was received, what was planned and what the client names when it completes. */
public final class PartCheck {
  private static final int MOST_PROBLEMS = 20;

  private PartCheck() {}

  /**
   * What is wrong, at most twenty places; empty: the upload is whole.
   *
   * @param named empty: whatever was received counts
   */
  public static List<FieldProblem> problems(
      UploadPlan plan, List<ReceivedPart> received, List<NamedPart> named) {
    List<FieldProblem> problems = new ArrayList<>();
    Map<Integer, ReceivedPart> byNumber = new HashMap<>();
    received.forEach(part -> byNumber.put(part.number(), part));
    for (int number = 1; number <= plan.parts(); number++) {
      ReceivedPart part = byNumber.get(number);
      if (part == null) {
        problems.add(new FieldProblem("/parts", "part " + number + " was not received"));
      } else if (part.sizeBytes() != plan.sizeOf(number)) {
        problems.add(new FieldProblem("/parts", "part " + number + " has another size"));
      }
    }
    if (!named.isEmpty()) {
      checkNamed(plan, byNumber, named, problems);
    }
    return problems.size() > MOST_PROBLEMS ? problems.subList(0, MOST_PROBLEMS) : problems;
  }

  private static void checkNamed(
      UploadPlan plan,
      Map<Integer, ReceivedPart> received,
      List<NamedPart> named,
      List<FieldProblem> problems) {
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < named.size(); i++) {
      NamedPart part = named.get(i);
      ReceivedPart found = received.get(part.number());
      if (!plan.has(part.number()) || !seen.add(part.number())) {
        problems.add(
            new FieldProblem("/parts/" + i + "/number", "is no part, or was named before"));
      } else if (found != null && !found.isJoined() && !found.etag().equals(part.etag())) {
        problems.add(
            new FieldProblem("/parts/" + i + "/etag", "is not the one of the part received"));
      }
    }
    if (seen.size() != plan.parts()) {
      problems.add(
          new FieldProblem("/parts", "names " + seen.size() + " of " + plan.parts() + " parts"));
    }
  }
}
