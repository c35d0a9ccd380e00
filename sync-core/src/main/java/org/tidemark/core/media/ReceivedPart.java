package org.tidemark.core.media;

/**
 * A part whose bytes are safe.
 *
 * @param number from 1
 * @param etag names the content, without quotes; "" once the parts were put together
 */
public record ReceivedPart(int number, long sizeBytes, String etag) {

  /** A part that was put together with the others already, before a crash. */
  public static ReceivedPart joined(int number, long sizeBytes) {
    return new ReceivedPart(number, sizeBytes, "");
  }

  public boolean isJoined() {
    return etag.isEmpty();
  }
}
