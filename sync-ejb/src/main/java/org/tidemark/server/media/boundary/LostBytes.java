package org.tidemark.server.media.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.tidemark.server.media.control.Contents.Content;
import org.tidemark.server.media.control.MediaMetrics;

/** What the store turned out not to have, although a row speaks of it. */
@ApplicationScoped
class LostBytes {
  private static final Logger LOG = Logger.getLogger(LostBytes.class);

  @Inject private UpkeepSteps steps;
  @Inject private MediaMetrics metrics;
  @Inject private InstantSource clock;

  /** Has readers told, operators warned, and the next equal file stored in their place. */
  void note(Content content) {
    if (steps.lost(content, clock.instant())) {
      metrics.lost();
      LOG.errorf("the bytes of the stored file %s are gone", content.key());
    }
  }
}
