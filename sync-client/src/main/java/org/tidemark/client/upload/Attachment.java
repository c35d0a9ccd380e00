package org.tidemark.client.upload;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.record.SpaceId;

/**
 * Where a file belongs: the field of a record that will name it.
 *
 * @param space null: the usual one
 * @param field a JSON pointer such as {@code /photo}; what leads there are objects, or nothing yet
 * @param fileName what the file is called on the server; null: as here
 * @param contentType null: as the name's ending says
 */
public record Attachment(
    @Nullable SpaceId space,
    String type,
    String id,
    String field,
    @Nullable String fileName,
    @Nullable String contentType) {

  /** A field of a record in the usual space. */
  public static Attachment to(String type, String id, String field) {
    return new Attachment(null, type, id, field, null, null);
  }

  public Attachment in(SpaceId value) {
    return new Attachment(value, type, id, field, fileName, contentType);
  }

  public Attachment named(String value) {
    return new Attachment(space, type, id, field, value, contentType);
  }

  public Attachment withContentType(String value) {
    return new Attachment(space, type, id, field, fileName, value);
  }
}
