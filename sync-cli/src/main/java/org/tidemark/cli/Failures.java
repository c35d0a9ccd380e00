package org.tidemark.cli;

import org.tidemark.cli.print.Members;
import org.tidemark.cli.print.ProblemText;
import org.tidemark.cli.print.Screen;
import org.tidemark.cli.session.Refusal;
import org.tidemark.cli.session.UsageProblem;
import org.tidemark.client.problem.ClientException;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.problem.ProblemJson;
import org.tidemark.client.problem.Problems;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells failures in sentences and gives the exit code: 1 for a problem, 2 for wrong usage. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

  static final int PROBLEM = 1;
  static final int USAGE = 2;

  private final Screen screen;

  Failures(Screen screen) {
    this.screen = screen;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    if (arguments.length == 0) {
      e.getCommandLine().usage(e.getCommandLine().getErr());
      return USAGE;
    }
    screen.aside(String.valueOf(e.getMessage()));
    if (e instanceof UnmatchedArgumentException unmatched) {
      unmatched.getSuggestions().stream()
          .findFirst()
          .ifPresent(best -> screen.aside("Perhaps you meant " + best + "."));
    }
    return usage(e.getCommandLine());
  }

  private int usage(CommandLine command) {
    screen.aside("See: " + command.getCommandSpec().qualifiedName() + " --help");
    return USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult result) {
    if (e instanceof UsageProblem) {
      screen.aside(String.valueOf(e.getMessage()));
      return usage(command);
    }
    if (e instanceof Refusal) {
      screen.aside(String.valueOf(e.getMessage()));
      return PROBLEM;
    }
    Problem problem =
        e instanceof ClientException known ? known.problem() : Problems.unexpected(defect(e));
    if (command.getParseResult().hasMatchedOption("--json")) {
      screen.json(new Members().json("problem", ProblemJson.write(problem)).build());
    }
    ProblemText.lines(problem).forEach(screen::aside);
    return PROBLEM;
  }

  /** Enough to find the place, without a page of it. */
  private static String defect(Exception e) {
    StackTraceElement[] trace = e.getStackTrace();
    return e + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
