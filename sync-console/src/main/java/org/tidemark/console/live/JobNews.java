package org.tidemark.console.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.tidemark.server.bulk.boundary.BulkJob;
import org.tidemark.server.bulk.boundary.BulkWatch;

/** Tells pages of bulk jobs how far these have come. */
@ApplicationScoped
public class JobNews {
  @Inject private BulkWatch watch;

  LiveStream.Source of(String job) {
    return () -> watch.look(job).map(JobNews::text).orElse(null);
  }

  private static @Nullable String text(BulkJob job) {
    return "{\"state\":\"%s\",\"done\":%d,\"work\":%d}"
        .formatted(job.state(), job.done(), job.work());
  }
}
