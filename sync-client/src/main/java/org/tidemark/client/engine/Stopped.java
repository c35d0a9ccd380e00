package org.tidemark.client.engine;

import org.tidemark.client.problem.Problem;

/** A sync that can't go on now. */
final class Stopped extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  Stopped(Problem problem) {
    super(problem.code());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
