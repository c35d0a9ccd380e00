package org.tidemark.server.media.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import org.tidemark.core.media.ContentKey;
import org.tidemark.core.media.MediaState;
import org.tidemark.server.media.entity.MediaRow;

/** The end of a media's life. */
@ApplicationScoped
public class Endings {
  @Inject private Contents contents;
  @Inject private MediaMetrics metrics;
  @Inject private InstantSource clock;

  /** Ends a media whose row is locked; gives the key whose bytes nobody has any more. */
  public Optional<ContentKey> end(Connection connection, MediaRow row) throws SQLException {
    row.state = MediaState.DELETED.name();
    row.checkedAt = clock.instant();
    metrics.ended(MediaState.DELETED, 1);
    return contents.letGo(connection, row.contentId);
  }
}
