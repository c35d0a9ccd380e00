package org.tidemark.cli.session;

import org.tidemark.cli.print.Screen;
import org.tidemark.client.SyncClient;
import org.tidemark.client.settings.ClientSettings;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;

/** The open client of one call. */
public record Session(SyncClient client, ClientSettings settings, Screen screen)
    implements AutoCloseable {

  public SpaceId space() {
    return settings.usualSpace();
  }

  /** How a record is shown here. */
  public String shown(RecordKey key) {
    return Names.shown(key, space());
  }

  @Override
  public void close() {
    client.close();
  }
}
