package org.tidemark.benchmark;

/** A unit of work that one worker repeats; each run gives how many items it dealt with. */
interface Step extends AutoCloseable {
  int run() throws Exception;

  @Override
  default void close() throws Exception {}
}
