package org.tidemark.console.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.server.review.boundary.QueueFilter;
import org.tidemark.server.review.boundary.QueueWatch;

/** Counts for pages of the queue, anew only when conflicts have come or gone. */
@ApplicationScoped
public class QueueNews {
  private static final long FRESH_NANOS = 1_500_000_000L;

  @Inject private QueueWatch watch;

  private String pulse = "";
  private long pulsedAtNanos;

  /** What a page is told that shows this filter since then. */
  LiveStream.Source of(QueueFilter filter, Instant since) {
    return new OfAPage(filter, since);
  }

  /** One look for all pages. */
  private synchronized String pulse() {
    long now = System.nanoTime();
    if (pulse.isEmpty() || now - pulsedAtNanos > FRESH_NANOS) {
      pulse = watch.pulse();
      pulsedAtNanos = now;
    }
    return pulse;
  }

  private final class OfAPage implements LiveStream.Source {
    private final QueueFilter filter;
    private final Instant since;
    private String seen = "";
    private String told = "";
    private final Rest rest = new Rest();

    private OfAPage(QueueFilter filter, Instant since) {
      this.filter = filter;
      this.since = since;
    }

    @Override
    public @Nullable String next() {
      String now = pulse();
      long begun = System.nanoTime();
      if (!now.equals(seen) && rest.isOver(begun)) {
        QueueWatch.Count count = watch.count(filter, since);
        told = "{\"open\":%d,\"fresh\":%d}".formatted(count.open(), count.fresh());
        seen = now;
        rest.after(begun, System.nanoTime());
      }
      return told;
    }
  }
}
