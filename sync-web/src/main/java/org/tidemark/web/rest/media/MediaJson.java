package org.tidemark.web.rest.media;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Json;
import org.tidemark.core.json.JsonArray;
import org.tidemark.core.json.JsonNumber;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.media.ReceivedPart;
import org.tidemark.core.record.Timestamps;
import org.tidemark.media.store.PartUrl;
import org.tidemark.server.media.boundary.MediaLibrary.Link;
import org.tidemark.server.media.boundary.StoredMedia;
import org.tidemark.server.media.boundary.UploadView;

/** Prints what the boundaries answer. */
final class MediaJson {
  private final Map<String, Json> members = new LinkedHashMap<>();

  private MediaJson() {}

  /** A new upload, or fresh URLs of one: where to send its parts. */
  static String toSend(UploadView upload) {
    return about(upload)
        .put("parts", list(upload.urls().stream().map(MediaJson::url).toList()))
        .print();
  }

  /** How an upload stands: what has come. */
  static String status(UploadView upload) {
    long received = upload.received().stream().mapToLong(ReceivedPart::sizeBytes).sum();
    return about(upload)
        .number("receivedBytes", upload.media() == null ? received : upload.plan().sizeBytes())
        .put("parts", list(upload.received().stream().map(MediaJson::part).toList()))
        .print();
  }

  static String media(StoredMedia media) {
    return mediaMembers(media).canonicalText();
  }

  static String link(Link link) {
    MediaJson json = new MediaJson().text("url", link.url().toString());
    if (link.expiresAt() != null) {
      json.text("expiresAt", Timestamps.print(link.expiresAt()));
    }
    return json.print();
  }

  private static MediaJson about(UploadView upload) {
    MediaJson json =
        new MediaJson()
            .text("uploadId", upload.id().value())
            .text("state", upload.state().name())
            .number("size", upload.plan().sizeBytes())
            .number("partSize", upload.plan().partSizeBytes())
            .number("partCount", upload.plan().parts())
            .text("expiresAt", Timestamps.print(upload.expiresAt()));
    StoredMedia media = upload.media();
    if (media != null) {
      json.put("media", mediaMembers(media));
    }
    String rejection = upload.rejection();
    if (rejection != null) {
      String[] why = rejection.split("\n", 2);
      json.put("rejection", new MediaJson().text("code", why[0]).text("message", why[1]).object());
    }
    return json;
  }

  private static Json url(PartUrl url) {
    Map<String, Json> headers = new TreeMap<>();
    url.headers().forEach((name, value) -> headers.put(name, new JsonString(value)));
    return new MediaJson()
        .number("number", url.number())
        .number("size", url.sizeBytes())
        .text("method", url.method())
        .text("url", url.url().toString())
        .put("headers", new JsonObject(headers))
        .text("expiresAt", Timestamps.print(url.expiresAt()))
        .object();
  }

  private static Json part(ReceivedPart part) {
    return new MediaJson()
        .number("number", part.number())
        .number("size", part.sizeBytes())
        .text("etag", part.etag())
        .object();
  }

  private static JsonObject mediaMembers(StoredMedia media) {
    MediaJson json =
        new MediaJson()
            .text("mediaId", media.id().value())
            .text("url", media.url().toString())
            .text("space", media.space())
            .text("fileName", media.fileName().value())
            .text("contentType", media.contentType().value())
            .number("size", media.sizeBytes())
            .text("sha256", media.sha256())
            .text("state", media.state().name());
    if (media.cdnUrl() != null) {
      json.text("cdnUrl", media.cdnUrl().toString());
    }
    return json.numberIfKnown("width", media.width())
        .numberIfKnown("height", media.height())
        .object();
  }

  private static Json list(List<Json> elements) {
    return new JsonArray(elements);
  }

  private MediaJson put(String name, Json value) {
    members.put(name, value);
    return this;
  }

  private MediaJson text(String name, String value) {
    return put(name, new JsonString(value));
  }

  private MediaJson number(String name, long value) {
    return put(name, new JsonNumber(BigDecimal.valueOf(value)));
  }

  private MediaJson numberIfKnown(String name, @Nullable Integer value) {
    return value == null ? this : number(name, value);
  }

  private JsonObject object() {
    return new JsonObject(members);
  }

  private String print() {
    return object().canonicalText();
  }
}
