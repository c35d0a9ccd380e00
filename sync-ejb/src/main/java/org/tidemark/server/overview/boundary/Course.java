package org.tidemark.server.overview.boundary;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tidemark.server.metrics.control.Tally;

/**
 * What happened in a span of time, step by step.
 *
 * @param from the beginning of the first step
 * @param counts for each thing counted a number for each step
 */
public record Course(Span span, Instant from, Map<Tally, List<Long>> counts) {
  public Course {
    counts = Collections.unmodifiableMap(new EnumMap<>(counts));
  }

  /** The beginning of a step. */
  public Instant at(int step) {
    return from.plus(span.step().multipliedBy(step));
  }
}
