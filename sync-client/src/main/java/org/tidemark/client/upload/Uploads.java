package org.tidemark.client.upload;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.problem.Problem;
import org.tidemark.core.record.RecordKey;

/**
 * The files that are on their way to the server. Each is copied into the client's own folder, sent
 * in parts, and named in its record when the server has all of it.
 */
public interface Uploads {

  /**
   * Takes a file in. From then on the original may change or vanish.
   *
   * <p>The same file for the same field, while it is not there yet, is the same wish: nothing is
   * taken in, and that upload goes on, also where it rested.
   *
   * @return the upload's id
   * @throws org.tidemark.client.problem.ClientException FILE_MISSING, FILE_UNREADABLE, FILE_EMPTY,
   *     FILE_TOO_LARGE, UPLOADS_FULL, DISK_FULL, RECORD_MISSING, INVALID_INPUT, or where the space
   *     can't be written; then nothing of it is left here
   */
  String enqueue(Path file, Attachment to);

  /** All of them in their order, the latest of those that are done too. */
  List<UploadItem> list();

  /**
   * A page of them, the newest first.
   *
   * @param before the last one of the page before; null, or one that is off the list by now: from
   *     the newest
   * @param limit at most so many
   */
  List<UploadItem> latest(@Nullable String before, int limit);

  /** Those that are meant for a record, the newest first, at most so many. */
  List<UploadItem> of(RecordKey record, int limit);

  /** How many are not there yet, those that wait for a person among them. */
  int count();

  /** How many wait for a person: parked or refused. */
  int countParked();

  Optional<UploadItem> find(String id);

  /** Lets an upload rest, also in the middle of a part. */
  boolean pause(String id);

  boolean resume(String id);

  /** Gives an upload up that is not done; what the server has of it is deleted. */
  boolean cancel(String id);

  /**
   * Tries a parked upload again, or at once one that waits for its next attempt; not one that the
   * server refused, which it would do again, nor before the time that the server named.
   */
  boolean retry(String id);

  /** Makes every waiting upload due now, except where the server asked for patience. */
  void hurry();

  /** Takes one that is done, parked or refused off the list. */
  boolean dismiss(String id);

  /**
   * Sends what is due, on this thread, which with more than one part at once has helpers. Data go
   * first: it begins with a sync, and syncs again when a record has got its file.
   */
  UploadOutcome uploadNow();

  /** Why no upload goes on: nobody is signed in; null: nothing keeps them. */
  @Nullable Problem problem();
}
