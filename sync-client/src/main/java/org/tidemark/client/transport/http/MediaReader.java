package org.tidemark.client.transport.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.media.MediaAnswer;
import org.tidemark.client.transport.media.PartUrl;
import org.tidemark.client.transport.media.SentPart;
import org.tidemark.client.transport.media.UploadPhase;
import org.tidemark.client.transport.media.UploadReport;
import org.tidemark.client.transport.media.UploadTicket;

/** Reads the answers of the control plane, strictly; members that are not known are skipped. */
final class MediaReader {

  private @Nullable String uploadId;
  private @Nullable UploadPhase phase;
  private long partSizeBytes;
  private @Nullable String mediaId;
  private @Nullable String url;
  private @Nullable MediaAnswer media;
  private final List<PartUrl> urls = new ArrayList<>();
  private final List<SentPart> sent = new ArrayList<>();

  private MediaReader() {}

  static UploadTicket ticket(InputStream body) throws IOException {
    MediaReader read = read(body);
    return new UploadTicket(
        Members.required(read.uploadId, "uploadId"),
        Members.required(read.phase, "state"),
        read.partSizeBytes,
        read.urls);
  }

  static UploadReport report(InputStream body) throws IOException {
    MediaReader read = read(body);
    return new UploadReport(Members.required(read.phase, "state"), read.sent, read.media);
  }

  static List<PartUrl> urls(InputStream body) throws IOException {
    return read(body).urls;
  }

  static MediaAnswer media(InputStream body) throws IOException {
    return read(body).answer();
  }

  private static MediaReader read(InputStream body) throws IOException {
    MediaReader reader = new MediaReader();
    try (JsonParser parser = AnswerReader.FACTORY.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("the answer is not JSON of ours");
      }
      Members.object(parser, reader::member);
    }
    return reader;
  }

  private MediaAnswer answer() throws IOException {
    return new MediaAnswer(Members.required(mediaId, "mediaId"), Members.required(url, "url"));
  }

  private void member(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "uploadId" -> uploadId = Members.text(parser);
      case "state" -> phase = Members.choice(UploadPhase.class, Members.text(parser));
      case "partSize" -> partSizeBytes = Members.bytes(parser);
      case "mediaId" -> mediaId = Members.text(parser);
      case "url" -> url = Members.text(parser);
      case "parts" -> Members.list(parser, this::part);
      case "media" -> {
        MediaReader inner = new MediaReader();
        media = Members.object(parser, inner::member) ? inner.answer() : null;
      }
      default -> parser.skipChildren();
    }
  }

  /** A part of either kind: with an address, or with an ETag where the server has it. */
  private int part(JsonParser parser) throws IOException {
    OnePart part = new OnePart();
    Members.object(parser, part::member);
    if (part.url != null) {
      urls.add(new PartUrl(part.number, part.sizeBytes, part.method, part.url, part.headers));
    }
    if (part.etag != null) {
      sent.add(new SentPart(part.number, part.sizeBytes, part.etag));
    }
    return part.number;
  }

  /** The members of a part. */
  private static final class OnePart {
    private int number;
    private long sizeBytes;
    private String method = "PUT";
    private @Nullable String url;
    private @Nullable String etag;
    private final SortedMap<String, String> headers = new TreeMap<>();

    void member(String name, JsonParser parser) throws IOException {
      switch (name) {
        case "number" -> number = (int) Members.bytes(parser);
        case "size" -> sizeBytes = Members.bytes(parser);
        case "method" -> method = Members.required(Members.text(parser), "method");
        case "url" -> url = Members.text(parser);
        case "etag" -> etag = Members.text(parser);
        case "headers" -> Members.object(parser, this::header);
        default -> parser.skipChildren();
      }
    }

    private void header(String name, JsonParser parser) throws IOException {
      headers.put(name, Members.required(Members.text(parser), "header " + name));
    }
  }
}
