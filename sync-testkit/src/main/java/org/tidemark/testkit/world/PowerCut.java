package org.tidemark.testkit.world;

/** The power fails: what was not durable is lost. */
final class PowerCut extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PowerCut(String write) {
    super(write, null, false, false);
  }
}
