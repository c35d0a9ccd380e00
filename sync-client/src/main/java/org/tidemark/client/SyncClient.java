package org.tidemark.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tidemark.client.conflict.Conflicts;
import org.tidemark.client.event.Events;
import org.tidemark.client.outbox.Outbox;
import org.tidemark.client.record.RecordCollection;
import org.tidemark.client.settings.ClientSettings;
import org.tidemark.client.transport.SpaceGrant;
import org.tidemark.client.undo.Undo;
import org.tidemark.client.upload.Uploads;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.SpaceId;

/** One user's records on this device: edited offline, synced with one server. */
public interface SyncClient extends AutoCloseable {

  /**
   * Opens the database, made anew where there is none; one process at a time. It, its log and all
   * that lies beside it are made for their owner alone, and narrowed to that where they are wider,
   * on file systems that know rights; a folder that was there keeps its own.
   *
   * <p>It belongs to one server: another address counts only while none has ever answered, or after
   * {@link #serverMoved}.
   */
  static SyncClient open(ClientSettings settings) {
    return OpenClient.open(settings);
  }

  /** Whom a database belongs to; empty where there is none yet. Makes no file. */
  static Optional<Owner> ownerOf(Path database) {
    return OpenClient.ownerOf(database);
  }

  /**
   * Says that the server of a database has another address now; what was edited goes there. It must
   * be the same server, with the same records: to another one, all of them would be news.
   *
   * @return whom the database belongs to since; empty where there is none yet
   */
  static Optional<Owner> serverMoved(Path database, URI server) {
    return OpenClient.serverMoved(database, server);
  }

  /** The records of a type in the usual space. */
  RecordCollection collection(String type);

  RecordCollection collection(SpaceId space, EntityType type);

  /** Pulls, applies, pushes and marks, once, on this thread; what is not due yet stays. */
  SyncOutcome syncNow();

  /** Syncs and uploads in the background: when something is edited, announced, added or due. */
  void start();

  Conflicts conflicts();

  Undo undo();

  Outbox outbox();

  /** The files that are on their way into records. */
  Uploads uploads();

  Events events();

  /** The spaces that the user could see at the last pull. */
  List<SpaceGrant> spaces();

  /** Makes a space the one that {@link #ownerOf} names; this client's own settings stay. */
  void rememberSpace(SpaceId space);

  Status status();

  /** Goes on after a refused token: {@code settings.token()} gives a good one now. */
  void signedIn();

  /** Takes a new client id after {@code CLIENT_ID_TAKEN}, even in an earlier run; else keeps it. */
  void renewClientId();

  /** Writes a report for a support desk into a folder; contents only when the person agreed. */
  Path report(Path folder, boolean withContents);

  /** Ends the background mode and closes the database; writes nothing. */
  @Override
  void close();
}
