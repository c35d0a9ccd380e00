package org.tidemark.cli.session;

import java.util.List;
import org.tidemark.cli.print.Screen;
import org.tidemark.client.SyncClient;
import org.tidemark.client.settings.ClientSettings;
import org.tidemark.client.transfer.UploadState;
import org.tidemark.client.undo.Snapshot;
import org.tidemark.client.upload.UploadItem;
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

  /** Tells the way back to what a deed has overridden, if it has. */
  public void tellWayBack(RecordKey key, Runnable deed) {
    long before = newestSnapshot(key);
    deed.run();
    long after = newestSnapshot(key);
    if (after != before) {
      screen.aside("Back to what was here: undo " + after);
    }
  }

  private long newestSnapshot(RecordKey key) {
    return client.undo().latest(key).map(Snapshot::id).orElse(0L);
  }

  /** How many files are not where they belong, those that wait for a person among them. */
  public int uploads() {
    return client.uploads().count();
  }

  /** Those of a state that waits for a person, the newest first. */
  public List<UploadItem> uploads(UploadState state) {
    return client.uploads().countParked() == 0
        ? List.of()
        : Pages.<UploadItem>all(
                (before, limit) ->
                    client.uploads().latest(before == null ? null : before.id(), limit))
            .filter(item -> item.state() == state)
            .toList();
  }

  /** How many files are on their way, or rest on it. */
  public int uploadsUnderWay() {
    return client.uploads().count() - client.uploads().countParked();
  }

  /** What the file of an upload is called. */
  public String fileOf(String uploadId) {
    return client.uploads().find(uploadId).map(item -> item.file().name()).orElse("a file");
  }

  @Override
  public void close() {
    client.close();
  }
}
