package org.tidemark.cli.print;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.tidemark.core.json.CanonicalJson;
import org.tidemark.core.json.Json;

/** Where a call writes: answers to the one stream, everything else to the other. */
public final class Screen {

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;
  private boolean passing;

  public Screen(InputStream in, PrintStream out, PrintStream err, boolean terminal) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  /** A line of the answer. */
  public synchronized void line(String text) {
    endPassing();
    out.println(Texts.escaped(text));
  }

  /** The answer for machines, on one line. */
  public synchronized void json(Json value) {
    endPassing();
    out.println(Texts.escaped(CanonicalJson.print(value)));
  }

  /** A line beside the answer: a hint, or what went wrong. */
  public synchronized void aside(String text) {
    endPassing();
    err.println(Texts.escaped(text));
  }

  /** A line that the next one takes the place of; for terminals only. */
  public synchronized void passing(String text) {
    err.print(
        '\r' + Texts.padded(Texts.cut(Texts.escaped(text), Columns.WIDTH - 1), Columns.WIDTH - 1));
    err.flush();
    passing = true;
  }

  private void endPassing() {
    if (passing) {
      err.print('\r' + " ".repeat(Columns.WIDTH - 1) + '\r');
      err.flush();
      passing = false;
    }
  }

  public boolean isTerminal() {
    return terminal;
  }

  /** Asks, and takes only a clear yes for one; where nobody answers, that is a no. */
  public boolean agreed(String question) {
    aside(question + " [y/N]");
    String answer;
    try {
      answer = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
    } catch (IOException e) {
      return false;
    }
    String said = answer == null ? "" : answer.strip().toLowerCase(Locale.ROOT);
    return said.equals("y") || said.equals("yes");
  }
}
