package org.tidemark.cli.session;

import java.util.function.BooleanSupplier;
import org.tidemark.cli.print.ProblemText;
import org.tidemark.cli.print.Screen;
import org.tidemark.cli.print.Texts;
import org.tidemark.client.problem.ClientException;
import org.tidemark.core.record.RecordKey;

/**
 * Does the same to many, one after the other. What can't be done is told and left, so that it holds
 * up nothing else; and so is told how far it is.
 */
public final class Many {

  private static final int PASSING_EVERY = 100;
  private static final int PLAIN_EVERY = 5_000;

  private final Session session;
  private final Screen screen;
  private final String word;
  private final int all;
  private int tried;
  private int done;
  private int failed;

  /**
   * @param word what is told of those that were gone through: {@code Decided}
   * @param all how many there are; no more are tried
   */
  public Many(Session session, String word, int all) {
    this.session = session;
    this.screen = session.screen();
    this.word = word;
    this.all = all;
  }

  /** Whether there are any left to be tried. */
  public boolean isOpen() {
    return tried < all;
  }

  /**
   * Tries the next one.
   *
   * @param deed does it, or throws why that can't be; false: nothing is to be done with it any more
   * @return whether it did not fail
   */
  public boolean attempt(RecordKey key, BooleanSupplier deed) {
    tried++;
    boolean good = true;
    try {
      done += deed.getAsBoolean() ? 1 : 0;
    } catch (Refusal e) {
      good = false;
      screen.aside(String.valueOf(e.getMessage()));
    } catch (ClientException e) {
      good = false;
      screen.aside(session.shown(key) + ":");
      ProblemText.lines(e.problem()).forEach(screen::aside);
    }
    failed += good ? 0 : 1;
    tell();
    return good;
  }

  private void tell() {
    if (screen.isTerminal() && tried % PASSING_EVERY == 0) {
      screen.passing(Texts.progress(word, tried, all));
    } else if (!screen.isTerminal() && tried % PLAIN_EVERY == 0) {
      screen.aside(word + " " + tried + " of " + all);
    }
  }

  public int done() {
    return done;
  }

  public boolean hasFailed() {
    return failed > 0;
  }
}
