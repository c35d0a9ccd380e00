package org.tidemark.client.problem;

/** The client can't do what was asked; {@link #problem()} tells people why and what to do. */
public final class ClientException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ClientException(Problem problem) {
    super(problem.sentence());
    this.problem = problem;
  }

  public ClientException(Problem problem, Throwable cause) {
    super(problem.sentence(), cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
