package org.tidemark.app;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tidemark.app.session.Options;
import org.tidemark.app.session.UsageProblem;
import org.tidemark.client.problem.ClientException;

/** Starts the application, and runs until somebody ends it. */
public final class Main {

  /** SQLite's driver logs what it throws as well, with its trace; held, or the level is lost. */
  private static final Logger DRIVER = Logger.getLogger("org.sqlite");

  private Main() {}

  public static void main(String[] arguments) {
    DRIVER.setLevel(Level.OFF);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    if (List.of("-h", "--help").stream().anyMatch(Arrays.asList(arguments)::contains)) {
      out.print(Options.HELP);
      return;
    }
    System.exit(run(out, err, arguments));
  }

  /** Gives the exit code: 1 for a problem, 2 for wrong usage. */
  private static int run(PrintStream out, PrintStream err, String... arguments) {
    try {
      Options options = Options.of(System.getenv(), arguments);
      return run(options, out, err);
    } catch (UsageProblem e) {
      err.println(e.getMessage());
      return 2;
    } catch (ClientException e) {
      err.println(e.problem().sentence() + " (" + e.problem().detail() + ")");
      return 1;
    }
  }

  private static int run(Options options, PrintStream out, PrintStream err) {
    CountDownLatch ended = new CountDownLatch(1);
    try {
      App app =
          App.start(
              options,
              UnaryOperator.identity(),
              address -> out.println("Lets a browser in, once: " + address));
      Runtime.getRuntime().addShutdownHook(new Thread(app::close, "tidemark-end"));
      ended.await();
      return 0;
    } catch (BindException e) {
      err.println("Port " + options.port() + " is taken. Name another one by --port.");
      return 1;
    } catch (IOException e) {
      err.println("The page can't be served: " + e.getMessage() + ".");
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
