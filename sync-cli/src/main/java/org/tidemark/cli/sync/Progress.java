package org.tidemark.cli.sync;

import org.tidemark.cli.print.Screen;
import org.tidemark.cli.print.Texts;
import org.tidemark.cli.session.Session;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.event.Listener;

/**
 * How far a long sync has come: a line that goes on changing on a terminal, now and then a plain
 * one elsewhere. A pull has no known end, so it counts; a push has one, so it has a bar, and so has
 * a file. Parts of a file are told of by threads of their own.
 */
final class Progress implements Listener {

  private static final long PLAIN_EVERY = 5_000;

  /** A smaller file gets no plain line. */
  private static final long LARGE_FILE = 10_000_000;

  private final Session session;
  private final Screen screen;
  private long sent;
  private long told;
  private String file = "";
  private long toldTenths;

  Progress(Session session) {
    this.session = session;
    this.screen = session.screen();
  }

  @Override
  public synchronized void on(ClientEvent event) {
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
        tell(
            screen.isTerminal() ? Texts.progress("Sent", sent, all) : "Sent " + sent + " of " + all,
            sent);
      }
    } else if (event instanceof ClientEvent.UploadProgressed progressed) {
      tell(progressed);
    }
  }

  private void tell(ClientEvent.UploadProgressed event) {
    long done = event.sentBytes();
    long all = event.sizeBytes();
    if (!event.uploadId().equals(file)) {
      file = event.uploadId();
      toldTenths = 0;
    }
    String amounts =
        " %s of %s of %s"
            .formatted(Texts.size(done), Texts.size(all), session.fileOf(event.uploadId()));
    if (screen.isTerminal()) {
      screen.passing("Sent " + Texts.gauge(done, all) + amounts);
    } else if (all >= LARGE_FILE && done * 10 / all > toldTenths) {
      toldTenths = done * 10 / all;
      screen.aside("Sent" + amounts);
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
}
