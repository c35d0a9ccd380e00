package org.tidemark.client.transfer;

import org.jspecify.annotations.Nullable;

/** A piece of a file; {@code etag} is what the server called it, null: the server has it not. */
public record Part(int number, long offset, long sizeBytes, @Nullable String etag) {

  public Part with(@Nullable String value) {
    return new Part(number, offset, sizeBytes, value);
  }
}
