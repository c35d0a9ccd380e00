package org.tidemark.cli.sync;

import java.util.Locale;
import org.tidemark.cli.print.Screen;
import org.tidemark.cli.print.Texts;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.event.Listener;

/**
 * How far a long sync has come: a line that goes on changing on a terminal, now and then a plain
 * one elsewhere. A pull has no known end, so it counts; a push has one, so it has a bar.
 */
final class Progress implements Listener {

  private static final int BAR = 30;
  private static final long PLAIN_EVERY = 5_000;

  private final Screen screen;
  private long sent;
  private long told;

  Progress(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void on(ClientEvent event) {
    if (event instanceof ClientEvent.Pulled pulled) {
      if (pulled.more()) {
        tell("Received " + Texts.count(pulled.records(), "record"), pulled.records());
      } else {
        told = 0;
      }
    } else if (event instanceof ClientEvent.Pushed pushed) {
      sent += pushed.answered();
      if (pushed.waiting() > 0) {
        long all = sent + pushed.waiting();
        tell(screen.isTerminal() ? bar(sent, all) : "Sent " + sent + " of " + all, sent);
      }
    }
  }

  private void tell(String text, long number) {
    if (screen.isTerminal()) {
      screen.passing(text);
    } else if (number - told >= PLAIN_EVERY) {
      told = number;
      screen.aside(text);
    }
  }

  static String bar(long done, long all) {
    int full = (int) (done * BAR / all);
    return String.format(
        Locale.ROOT, "Sent [%s%s] %,d of %,d", "#".repeat(full), " ".repeat(BAR - full), done, all);
  }
}
