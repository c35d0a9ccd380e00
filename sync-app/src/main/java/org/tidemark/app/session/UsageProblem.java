package org.tidemark.app.session;

/** The program was not started as it must be; the message says how. */
public final class UsageProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UsageProblem(String sentence) {
    super(sentence);
  }
}
