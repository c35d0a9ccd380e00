package org.tidemark.app.status;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.tidemark.client.SyncClient;
import org.tidemark.client.SyncOutcome;
import org.tidemark.client.problem.ClientException;

/** Syncs when a person asks for it, on a thread of its own; asking often asks once more at most. */
public final class SyncDesk implements AutoCloseable {

  private final SyncClient client;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(1),
          work -> {
            Thread made = new Thread(work, "tidemark-sync-now");
            made.setDaemon(true);
            return made;
          },
          new ThreadPoolExecutor.DiscardPolicy());

  public SyncDesk(SyncClient client) {
    this.client = client;
  }

  /** Makes everything due, and syncs. */
  public void syncSoon() {
    thread.execute(this::sync);
  }

  private void sync() {
    try {
      client.outbox().hurry();
      SyncOutcome outcome = client.syncNow();
      if (outcome.isComplete()) {
        client.uploads().hurry();
      }
    } catch (ClientException e) {
      // The status tells it: a full disk, or a program that ends.
      return;
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
