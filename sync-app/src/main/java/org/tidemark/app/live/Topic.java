package org.tidemark.app.live;

import java.util.EnumSet;
import java.util.Set;
import org.tidemark.client.event.ClientEvent;

/** What a page shows, and would have to look at again. */
enum Topic {
  RECORDS,
  CONFLICTS,
  OUTBOX,
  UPLOADS,
  STATUS;

  /** What an event may have changed. */
  static Set<Topic> of(ClientEvent event) {
    if (event instanceof ClientEvent.RecordChanged || event instanceof ClientEvent.Overridden) {
      return EnumSet.of(RECORDS, OUTBOX, STATUS);
    }
    if (event instanceof ClientEvent.ConflictOpened
        || event instanceof ClientEvent.ConflictClosed) {
      return EnumSet.of(CONFLICTS, RECORDS, OUTBOX, STATUS);
    }
    if (event instanceof ClientEvent.Parked || event instanceof ClientEvent.Pushed) {
      return EnumSet.of(OUTBOX, RECORDS, STATUS);
    }
    if (event instanceof ClientEvent.UploadProgressed) {
      return EnumSet.of(UPLOADS);
    }
    if (event instanceof ClientEvent.UploadChanged) {
      return EnumSet.of(UPLOADS, STATUS);
    }
    return EnumSet.of(STATUS);
  }
}
