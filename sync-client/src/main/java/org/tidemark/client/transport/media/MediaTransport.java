package org.tidemark.client.transport.media;

import java.util.List;
import org.tidemark.client.transport.TransportException;

/**
 * The way to the server's media. Each call is one request; none is repeated here, and none may be
 * called while a lock or a transaction of the store is held. Calls may come from several threads.
 */
public interface MediaTransport {

  /** Asks for an upload; asked again with the same key, the same upload is answered. */
  UploadTicket create(UploadRequest request) throws TransportException;

  /** What the server has of an upload. */
  UploadReport look(String uploadId) throws TransportException;

  /** Fresh addresses for these parts. */
  List<PartUrl> urls(String uploadId, List<Integer> numbers) throws TransportException;

  /** Sends a part to its address; tells its ETag, with the quotes that it came with. */
  String send(PartUrl to, PartBody body) throws TransportException;

  /** Says that all parts are there; asked again, the answer is the same. */
  MediaAnswer complete(String uploadId, List<SentPart> parts) throws TransportException;

  /** Gives an upload up. */
  void abort(String uploadId) throws TransportException;

  /** Ends every request that is under way, so that a waiting thread comes back. */
  void close();
}
