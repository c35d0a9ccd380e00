package org.tidemark.cli.session;

import java.io.Console;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tidemark.cli.print.Screen;
import org.tidemark.client.settings.ClientSettings;

/**
 * What a call takes from its process, so that a test can hand in its own.
 *
 * @param folder what file names are relative to
 * @param adapting has the last word on the client's settings
 */
public record Surroundings(
    Map<String, String> variables,
    InputStream in,
    PrintStream out,
    PrintStream err,
    Charset charset,
    boolean terminal,
    Path folder,
    UnaryOperator<ClientSettings> adapting) {

  /** Those of this process. What is no terminal gets UTF-8, whatever the system's language. */
  @SuppressWarnings("SystemConsoleNull") // isTerminal below knows what changed in Java 22.
  public static Surroundings ofProcess() {
    Console console = System.console();
    boolean terminal = console != null && isTerminal(console);
    Charset charset = console != null && terminal ? console.charset() : StandardCharsets.UTF_8;
    return new Surroundings(
        System.getenv(),
        System.in,
        new PrintStream(System.out, true, charset),
        new PrintStream(System.err, true, charset),
        charset,
        terminal,
        Path.of(""),
        UnaryOperator.identity());
  }

  /** From Java 22 on there is a console without a terminal too, and a method that tells. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }

  /** For the program's help, on one of its streams. */
  public PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, charset), true);
  }

  public Screen screen() {
    return new Screen(in, out, err, terminal);
  }

  /** A variable's value; "" where it is not set. */
  String variable(String name) {
    return variables.getOrDefault(name, "").strip();
  }
}
