package org.tidemark.media.store;

/**
 * An upload's parts as one file, not yet published.
 *
 * @param sha256 of the whole, in hexadecimal
 * @param head its first bytes, for the look at its type
 * @param version names exactly these bytes: if others take their place, they are not published
 */
public record Assembled(long sizeBytes, String sha256, byte[] head, String version) {
  public Assembled {
    head = head.clone();
  }

  @Override
  public byte[] head() {
    return head.clone();
  }
}
