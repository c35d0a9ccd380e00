package org.tidemark.media.store;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which a store hashes, one for each processor; they end when nothing comes. A file
 * on its way has one task at most, so the requests that are let in bound what waits.
 */
final class HashThreads implements Executor, AutoCloseable {
  private static final Duration IDLE = Duration.ofSeconds(10);

  private final ThreadPoolExecutor pool;

  HashThreads() {
    int processors = Runtime.getRuntime().availableProcessors();
    pool =
        new ThreadPoolExecutor(
            processors,
            processors,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            HashThreads::thread);
    pool.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "media-hash");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void execute(Runnable work) {
    pool.execute(work);
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
