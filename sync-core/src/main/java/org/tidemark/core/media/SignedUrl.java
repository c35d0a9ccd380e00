package org.tidemark.core.media;

import java.time.Instant;

/**
 * What a signed URL allows: one method on one path, for a time, with a body of one exact length and
 * type.
 *
 * @param path names the upload and the part, or the media
 * @param lengthBytes of the body; 0 where there is none
 * @param contentType of the body; "" where any will do
 * @param expiresAt whole seconds
 * @param keyId which key signs
 */
public record SignedUrl(
    String method,
    String path,
    long lengthBytes,
    String contentType,
    Instant expiresAt,
    String keyId) {

  /** The text that is signed. No member can hold a line break, so no two of these are equal. */
  public String canonical() {
    return String.join(
        "\n",
        "tidemark-media-1",
        method,
        path,
        Long.toString(lengthBytes),
        contentType,
        Long.toString(expiresAt.getEpochSecond()),
        keyId);
  }

  public SignedUrl {
    for (String text : new String[] {method, path, contentType, keyId}) {
      if (text.indexOf('\n') >= 0) {
        throw new IllegalArgumentException("a member of a signed URL holds a line break");
      }
    }
  }
}
