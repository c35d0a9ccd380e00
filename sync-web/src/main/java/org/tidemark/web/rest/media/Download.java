package org.tidemark.web.rest.media;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.media.ByteRange;
import org.tidemark.core.media.Serving;
import org.tidemark.server.media.boundary.StoredMedia;

/**
 * How a request for a file is answered: status, headers, and which bytes.
 *
 * @param fromByte the first byte of the body
 * @param lengthBytes of the body; 0: none
 */
record Download(int status, Map<String, String> headers, long fromByte, long lengthBytes) {

  /** A request's conditions, as its headers say them. */
  record Conditions(
      @Nullable String range, @Nullable String ifRange, @Nullable String ifNoneMatch) {}

  static Download of(StoredMedia media, Conditions conditions) {
    Map<String, String> headers =
        new LinkedHashMap<>(Serving.headers(media.fileName(), media.contentType(), media.sha256()));
    String etag = String.valueOf(headers.get("ETag"));
    if (names(conditions.ifNoneMatch(), etag)) {
      return new Download(304, headers, 0, 0);
    }
    long size = media.sizeBytes();
    boolean isCurrent = conditions.ifRange() == null || conditions.ifRange().equals(etag);
    ByteRange range = ByteRange.of(isCurrent ? conditions.range() : null, size);
    if (range instanceof ByteRange.Unsatisfiable) {
      headers.put("Content-Range", "bytes */" + size);
      return new Download(416, headers, 0, 0);
    }
    if (range instanceof ByteRange.Part part) {
      headers.put("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + size);
      return new Download(206, headers, part.first(), part.length());
    }
    return new Download(200, headers, 0, size);
  }

  private static boolean names(@Nullable String ifNoneMatch, String etag) {
    return ifNoneMatch != null
        && Arrays.stream(ifNoneMatch.split(","))
            .map(String::strip)
            .anyMatch(one -> one.equals("*") || one.equals(etag) || one.equals("W/" + etag));
  }

  boolean hasBody() {
    return status == 200 || status == 206;
  }
}
