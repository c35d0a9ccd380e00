package org.tidemark.cli.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.Recovery;
import org.tidemark.core.mutation.FieldProblem;

/** A failure in lines: what happened, what can be done, and the detail for a support desk. */
public final class ProblemText {

  private ProblemText() {}

  public static List<String> lines(Problem problem) {
    return lines(
        problem, isOfTheFile(problem) ? ProblemText::adviceOnTheFile : ProblemText::advice);
  }

  /** The same of a file's failure. */
  public static List<String> ofUpload(Problem problem) {
    return lines(problem, ProblemText::uploadAdvice);
  }

  private static List<String> lines(Problem problem, Function<Recovery, String> advice) {
    List<String> lines = new ArrayList<>();
    lines.add(problem.sentence());
    for (FieldProblem field : problem.fields()) {
      lines.add("  " + field.path() + ": " + field.message());
    }
    for (Recovery recovery : problem.recoveries()) {
      lines.add("  - " + advice.apply(recovery));
    }
    switch (problem.code()) {
      case "CLIENT_ID_TAKEN" -> lines.add("  - take a new name there: sync --renew-client-id");
      case "READ_ONLY" -> lines.add("  - if somebody has changed that: sync, then again");
      case "DATABASE_OF_ANOTHER" -> lines.addAll(adviceOnAnother(problem));
      default -> {}
    }
    String correlation = problem.correlationId();
    lines.add(
        "  ("
            + problem.code()
            + ": "
            + problem.detail()
            + (correlation == null ? "" : ", request " + correlation)
            + ")");
    return lines;
  }

  private static List<String> adviceOnAnother(Problem problem) {
    return problem.detail().startsWith("of the server ")
        ? List.of("  - if it is the same server at its new address: moved --server ADDRESS")
        : List.of();
  }

  private static boolean isOfTheFile(Problem problem) {
    return problem.code().startsWith("DATABASE_") || problem.code().equals("DISK_FULL");
  }

  private static String adviceOnTheFile(Recovery recovery) {
    return recovery == Recovery.RETRY ? "then do the same again" : advice(recovery);
  }

  private static String uploadAdvice(Recovery recovery) {
    return switch (recovery) {
      case RETRY -> "try again: sync, or uploads retry for a parked file";
      case DISMISS -> "give the file up: uploads dismiss";
      case EDIT -> "change the record: put";
      case REPORT, SIGN_IN, RESOLVE, EXPORT -> advice(recovery);
    };
  }

  private static String advice(Recovery recovery) {
    return switch (recovery) {
      case RETRY -> "try again: sync, or outbox retry for a parked change";
      case DISMISS -> "give the change up: outbox dismiss (a snapshot stays)";
      case REPORT -> "write a report for a support desk: report";
      case EDIT -> "change the content: put";
      case SIGN_IN -> "give a valid token, by SYNC_TOKEN or --token-file, then sync";
      case RESOLVE -> "look at it and decide: conflicts, resolve";
      case EXPORT -> "copy what you wrote: get";
    };
  }
}
