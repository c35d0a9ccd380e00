package org.tidemark.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** Threads that each repeat a step of their own. */
final class Workers implements Contender {
  private final List<Step> steps = new ArrayList<>();
  private final ExecutorService threads;

  /** Makes the step of one worker. */
  interface Maker {
    Step make() throws Exception;
  }

  Workers(int count, Maker maker) throws Exception {
    threads = Executors.newFixedThreadPool(count, Workers::daemon);
    for (int i = 0; i < count; i++) {
      steps.add(maker.make());
    }
  }

  @Override
  public Score run(Duration time) throws Exception {
    long begun = System.nanoTime();
    long end = begun + time.toNanos();
    List<Callable<Tally>> work = new ArrayList<>();
    steps.forEach(step -> work.add(() -> repeat(step, end)));
    long items = 0;
    LongStream calls = LongStream.empty();
    for (Future<Tally> done : threads.invokeAll(work)) {
      Tally tally = done.get();
      items += tally.items();
      calls = LongStream.concat(calls, Arrays.stream(tally.calls()));
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    long[] sorted = calls.sorted().toArray();
    return new Score(
        items / seconds, sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 99 / 100] / 1e6);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }

  private static Tally repeat(Step step, long end) throws Exception {
    LongStream.Builder calls = LongStream.builder();
    long items = 0;
    for (long now = System.nanoTime(); now < end; ) {
      items += step.run();
      long after = System.nanoTime();
      calls.add(after - now);
      now = after;
    }
    return new Tally(items, calls.build().toArray());
  }

  @Override
  public void close() throws Exception {
    threads.shutdownNow();
    for (Step step : steps) {
      step.close();
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  private record Tally(long items, long[] calls) {}
}
