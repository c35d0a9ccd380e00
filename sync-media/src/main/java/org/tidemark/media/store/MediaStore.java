package org.tidemark.media.store;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.tidemark.core.media.ContentKey;
import org.tidemark.core.media.ReceivedPart;
import org.tidemark.core.media.UploadId;

/**
 * Where the bytes of media live.
 *
 * <p>An upload's parts are staged, put together, looked at and published under a key. Every step
 * may be repeated after a crash at any point: what it had done already is found, or done again.
 * Published bytes never change. Failures of the store are {@link StoreException}s.
 */
public interface MediaStore extends AutoCloseable {

  /** Makes ready for an upload; gives a handle for {@link Staging}. */
  String begin(Staging unhandled);

  /** A signed URL for a part, accepted until then. */
  PartUrl partUrl(Staging staging, int number, Instant now, Instant expiresAt);

  /**
   * Takes a part's bytes, and comes back when they are safe. A part that comes again takes the
   * place of the one before.
   *
   * @throws SizeMismatch when they are fewer or more than allowed
   * @throws IOException when the body breaks off; nothing of it is kept
   * @throws BytesGone when the upload was discarded meanwhile
   */
  ReceivedPart receive(
      Staging staging, int number, long leastBytes, long mostBytes, InputStream body)
      throws SizeMismatch, IOException, BytesGone;

  /** The parts that are safe, by number. */
  List<ReceivedPart> parts(Staging staging);

  /**
   * Makes one file of the parts, which must be all there, and reads it once.
   *
   * @throws BytesGone when a part is not there
   */
  Assembled assemble(Staging staging, List<ReceivedPart> parts) throws BytesGone;

  /** Reads what was assembled. */
  InputStream openAssembled(Staging staging, Assembled assembled) throws BytesGone;

  /**
   * Gives what was assembled its final place; the staged bytes stay until they are discarded.
   *
   * @throws BytesGone when other bytes have taken their place
   */
  void publish(Staging staging, Assembled assembled, ContentKey key) throws BytesGone;

  /** Removes all that is staged of an upload; nothing happens where there is nothing. */
  void discard(UploadId upload, String handle);

  /**
   * Reads a part of a published file.
   *
   * @throws BytesGone when it is not there
   */
  InputStream open(ContentKey key, long fromByte, long lengthBytes) throws BytesGone;

  /** Whether the file is there with this many bytes. */
  boolean has(ContentKey key, long sizeBytes);

  /** Removes a published file; nothing happens where there is none. */
  void delete(ContentKey key);

  /** The next uploads that have bytes here, in the store's own order; "" begins. */
  List<StagedName> staged(String after, int limit);

  /** The next published files, by key; "" begins. */
  List<StoredName> stored(String after, int limit);

  @Override
  void close();
}
