package org.tidemark.testkit.server;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.media.MediaAnswer;
import org.tidemark.client.transport.media.SentPart;
import org.tidemark.client.transport.media.UploadPhase;
import org.tidemark.client.transport.media.UploadRequest;

/** An upload at the model, and what became of it. */
public final class StoredUpload {
  final String user;
  final SortedMap<Integer, byte[]> parts = new TreeMap<>();
  private final String id;
  private final UploadRequest request;
  private final long partSizeBytes;
  private final MediaAnswer answer;
  UploadPhase phase = UploadPhase.CREATED;
  Instant touched;
  byte[] content = {};
  @Nullable MediaRefusal refusal;

  StoredUpload(
      String id,
      String user,
      UploadRequest request,
      long partSizeBytes,
      MediaAnswer answer,
      Instant now) {
    this.id = id;
    this.user = user;
    this.request = request;
    this.partSizeBytes = partSizeBytes;
    this.answer = answer;
    this.touched = now;
  }

  /** Why a file is not taken. */
  record MediaRefusal(String code, String message) {}

  public String id() {
    return id;
  }

  public UploadRequest request() {
    return request;
  }

  public UploadPhase phase() {
    return phase;
  }

  /** The address that a record names the file by, once it is READY. */
  public String url() {
    return answer.url();
  }

  /** The bytes of the file. */
  public byte[] content() {
    return content.clone();
  }

  /** Whether it is what was announced. */
  public boolean hasItsContent() {
    return ModelMedia.sha256(content).equals(request.sha256());
  }

  long partSizeBytes() {
    return partSizeBytes;
  }

  MediaAnswer answer() {
    return answer;
  }

  int partCount() {
    return (int) Math.max(1, (request.sizeBytes() + partSizeBytes - 1) / partSizeBytes);
  }

  long sizeOf(int number) {
    return Math.min(partSizeBytes, request.sizeBytes() - partSizeBytes * (number - 1));
  }

  boolean isOpen() {
    return phase == UploadPhase.CREATED || phase == UploadPhase.UPLOADING;
  }

  /** Whether its bytes are a file now. */
  public boolean isMedia() {
    return phase == UploadPhase.READY;
  }

  List<SentPart> sent() {
    List<SentPart> sent = new ArrayList<>();
    parts.forEach((number, bytes) -> sent.add(new SentPart(number, bytes.length, etag(bytes))));
    return sent;
  }

  static String etag(byte[] bytes) {
    return '"' + ModelMedia.sha256(bytes).substring(0, 32) + '"';
  }

  byte[] whole() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    parts.values().forEach(whole::writeBytes);
    return whole.toByteArray();
  }
}
