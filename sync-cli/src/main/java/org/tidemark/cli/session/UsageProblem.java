package org.tidemark.cli.session;

/** The command was not given as it must be; the message says how. */
public final class UsageProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UsageProblem(String sentence) {
    super(sentence);
  }
}
