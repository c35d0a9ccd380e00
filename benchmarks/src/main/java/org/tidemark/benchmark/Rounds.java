package org.tidemark.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs workers for a while, several times over, and prints the median and the spread. */
final class Rounds {
  private static final Duration WARM_UP = Duration.ofSeconds(4);
  private static final Duration ROUND = Duration.ofSeconds(5);
  private static final int COUNT = 3;

  /** Makes a worker's step. */
  interface Workers {
    Step worker(int index) throws Exception;
  }

  private Rounds() {}

  /** Items each second: the median of the rounds. */
  static double measure(String name, int threads, Workers workers) throws Exception {
    double[] rates = new double[COUNT];
    long[] latencies = {0};
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      steps.add(workers.worker(i));
    }
    rate(steps, WARM_UP, latencies);
    for (int round = 0; round < COUNT; round++) {
      rates[round] = rate(steps, ROUND, latencies);
    }
    for (Step step : steps) {
      step.close();
    }
    Arrays.sort(rates);
    double median = rates[COUNT / 2];
    System.out.printf(
        Locale.ROOT,
        "%-44s %12.0f /s   (%.0f to %.0f)   median call %.2f ms%n",
        name,
        median,
        rates[0],
        rates[COUNT - 1],
        latencies[0] / 1e6);
    return median;
  }

  private static double rate(List<Step> steps, Duration time, long[] medianLatency)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(steps.size());
    try {
      long begun = System.nanoTime();
      long end = begun + time.toNanos();
      List<Long> latencies = new ArrayList<>();
      List<Future<Long>> counts = new ArrayList<>();
      for (Step step : steps) {
        Callable<Long> work =
            () -> {
              List<Long> own = new ArrayList<>();
              long items = 0;
              for (long now = System.nanoTime(); now < end; ) {
                items += step.run();
                long after = System.nanoTime();
                own.add(after - now);
                now = after;
              }
              synchronized (latencies) {
                latencies.addAll(own);
              }
              return items;
            };
        counts.add(pool.submit(work));
      }
      long items = 0;
      for (Future<Long> count : counts) {
        items += count.get();
      }
      latencies.sort(Long::compare);
      medianLatency[0] = latencies.get(latencies.size() / 2);
      return items * 1e9 / (System.nanoTime() - begun);
    } finally {
      pool.shutdownNow();
    }
  }
}
