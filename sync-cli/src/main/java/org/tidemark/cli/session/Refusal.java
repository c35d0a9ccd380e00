package org.tidemark.cli.session;

/** The command is understood and can't be done; the message says why and what can be done. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Refusal(String sentence) {
    super(sentence);
  }
}
