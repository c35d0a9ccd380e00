package org.tidemark.it.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Threads that begin the same thing at one moment, as often as asked. */
public final class Crowd implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 300;

  private final int size;
  private final ExecutorService threads;

  public Crowd(int size) {
    this.size = size;
    this.threads = Executors.newFixedThreadPool(size);
  }

  /** What each came back with, in the order of their numbers. */
  public <T> List<T> together(IntFunction<Callable<T>> work) throws InterruptedException {
    var gate = new CyclicBarrier(size);
    var futures = new ArrayList<Future<T>>();
    for (var i = 0; i < size; i++) {
      var mine = work.apply(i);
      futures.add(
          threads.submit(
              () -> {
                gate.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return mine.call();
              }));
    }
    var results = new ArrayList<T>();
    for (var future : futures) {
      results.add(result(future));
    }
    return results;
  }

  private static <T> T result(Future<T> future) throws InterruptedException {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
