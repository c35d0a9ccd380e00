package org.tidemark.testkit.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.TransportException;
import org.tidemark.client.transport.media.MediaAnswer;
import org.tidemark.client.transport.media.MediaTransport;
import org.tidemark.client.transport.media.PartBody;
import org.tidemark.client.transport.media.PartUrl;
import org.tidemark.client.transport.media.SentPart;
import org.tidemark.client.transport.media.UploadPhase;
import org.tidemark.client.transport.media.UploadReport;
import org.tidemark.client.transport.media.UploadRequest;
import org.tidemark.client.transport.media.UploadTicket;
import org.tidemark.core.record.SpaceId;

/**
 * The server's media in memory: control plane, signed addresses, checks and lives, as the contract
 * says. A file that begins with {@link #FORBIDDEN} is rejected for its content.
 *
 * <p>The address of a file is a token such as people's edits bear, so that the simulator's checkers
 * follow it like any other thing that was written.
 */
public final class ModelMedia {
  /** No server takes a file that begins like this. */
  public static final String FORBIDDEN = "forbidden";

  private static final String SECRET = "only the model knows this";

  private final InstantSource clock;
  private final BiPredicate<String, SpaceId> mayWrite;
  private final Predicate<String> isNamed;
  private final Map<String, StoredUpload> uploads = new LinkedHashMap<>();
  private final Map<String, StoredUpload> byKey = new LinkedHashMap<>();
  private MediaLimits limits = MediaLimits.USUAL;

  /**
   * @param mayWrite whether a user may write in a space
   * @param isNamed whether anything names a file by this address
   */
  ModelMedia(
      InstantSource clock, BiPredicate<String, SpaceId> mayWrite, Predicate<String> isNamed) {
    this.clock = clock;
    this.mayWrite = mayWrite;
    this.isNamed = isNamed;
  }

  public void limit(MediaLimits next) {
    limits = next;
  }

  /** The way to the media for a user. */
  public MediaTransport as(String user) {
    return new Door(user);
  }

  /** All uploads, those that came to nothing too. */
  public Collection<StoredUpload> uploads() {
    uploads.values().forEach(this::age);
    return Collections.unmodifiableCollection(uploads.values());
  }

  /** The upload whose file has this address. */
  public Optional<StoredUpload> at(String url) {
    return uploads().stream().filter(upload -> upload.url().equals(url)).findFirst();
  }

  /** Whether the server has a part, whatever the client knows of it. */
  public boolean has(String uploadId, int number) {
    StoredUpload upload = uploads.get(uploadId);
    return upload != null && upload.parts.containsKey(number);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the timers do to an upload, and to a file that nothing names. */
  private void age(StoredUpload upload) {
    Instant now = clock.instant();
    if (upload.isOpen() && !upload.touched.plus(limits.idleLife()).isAfter(now)) {
      upload.phase = UploadPhase.EXPIRED;
      upload.parts.clear();
    }
    if (upload.isMedia()
        && !upload.touched.plus(limits.orphanLife()).isAfter(now)
        && !isNamed.test(upload.url())) {
      upload.phase = UploadPhase.DELETED;
      upload.content = new byte[0];
    }
  }

  private PartUrl sign(StoredUpload upload, int number) {
    long ends = clock.instant().plus(limits.urlLife()).toEpochMilli();
    String signed = upload.id() + "/" + number + "/" + upload.sizeOf(number) + "/" + ends;
    TreeMap<String, String> headers = new TreeMap<>();
    headers.put("Content-Type", upload.request().contentType());
    return new PartUrl(
        number, upload.sizeOf(number), "PUT", signed + "/" + signature(signed), headers);
  }

  private static String signature(String signed) {
    return sha256((SECRET + signed).getBytes(StandardCharsets.UTF_8));
  }

  private List<PartUrl> sign(StoredUpload upload, List<Integer> numbers) {
    List<PartUrl> urls = new ArrayList<>();
    for (int number : numbers) {
      urls.add(sign(upload, number));
    }
    return urls;
  }

  /** One user's requests. */
  private final class Door implements MediaTransport {
    private final String user;

    Door(String user) {
      this.user = user;
    }

    @Override
    public UploadTicket create(UploadRequest request) throws TransportException {
      requireRight(request);
      String key = user + " " + request.idempotencyKey();
      StoredUpload known = byKey.get(key);
      if (known != null && !known.request().equals(request)) {
        throw MediaRefusals.keyReused();
      }
      StoredUpload upload = known == null ? begin(request, key) : known;
      age(upload);
      List<Integer> numbers = new ArrayList<>();
      for (int number = 1; upload.isOpen() && number <= upload.partCount(); number++) {
        numbers.add(number);
      }
      return new UploadTicket(
          upload.id(), upload.phase(), upload.partSizeBytes(), sign(upload, numbers));
    }

    private StoredUpload begin(UploadRequest request, String key) {
      int number = uploads.size() + 1;
      MediaAnswer answer = new MediaAnswer("media-" + number, "#" + (1_000_000 + number));
      StoredUpload upload =
          new StoredUpload(
              "upload-" + number, user, request, limits.partSizeBytes(), answer, clock.instant());
      uploads.put(upload.id(), upload);
      byKey.put(key, upload);
      return upload;
    }

    private void requireRight(UploadRequest request) throws TransportException {
      if (!mayWrite.test(user, request.record().space())) {
        throw MediaRefusals.spaceForbidden(request.record().space());
      }
    }

    private StoredUpload own(String id) throws TransportException {
      StoredUpload upload = uploads.get(id);
      if (upload == null || !upload.user.equals(user)) {
        throw MediaRefusals.unknown();
      }
      requireRight(upload.request());
      age(upload);
      return upload;
    }

    private StoredUpload open(String id) throws TransportException {
      StoredUpload upload = own(id);
      if (!upload.isOpen()) {
        throw MediaRefusals.closed(upload.phase());
      }
      return upload;
    }

    @Override
    public UploadReport look(String uploadId) throws TransportException {
      StoredUpload upload = own(uploadId);
      return new UploadReport(
          upload.phase(),
          upload.isOpen() ? upload.sent() : List.of(),
          upload.isMedia() ? upload.answer() : null);
    }

    @Override
    public List<PartUrl> urls(String uploadId, List<Integer> numbers) throws TransportException {
      StoredUpload upload = open(uploadId);
      upload.touched = clock.instant();
      return sign(upload, numbers);
    }

    @Override
    public String send(PartUrl to, PartBody body) throws TransportException {
      String[] signed = to.url().split("/", -1);
      int end = to.url().lastIndexOf('/');
      if (signed.length != 5 || !signed[4].equals(signature(to.url().substring(0, end)))) {
        throw MediaRefusals.signatureInvalid();
      }
      if (!clock.instant().isBefore(Instant.ofEpochMilli(Long.parseLong(signed[3])))) {
        throw MediaRefusals.urlExpired();
      }
      StoredUpload upload = uploads.get(signed[0]);
      if (upload == null) {
        throw MediaRefusals.signatureInvalid();
      }
      age(upload);
      if (!upload.isOpen()) {
        throw MediaRefusals.closed(upload.phase());
      }
      byte[] bytes = read(body);
      if (bytes.length != Long.parseLong(signed[2])) {
        throw MediaRefusals.lengthMismatch();
      }
      upload.parts.put(Integer.parseInt(signed[1]), bytes);
      upload.phase = UploadPhase.UPLOADING;
      upload.touched = clock.instant();
      return StoredUpload.etag(bytes);
    }

    private byte[] read(PartBody body) throws TransportException {
      try (var in = body.open()) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw MediaRefusals.brokenOff(e);
      }
    }

    @Override
    public MediaAnswer complete(String uploadId, List<SentPart> parts) throws TransportException {
      StoredUpload upload = own(uploadId);
      StoredUpload.MediaRefusal known = upload.refusal;
      if (known != null) {
        throw MediaRefusals.rejected(known);
      }
      if (upload.isMedia()) {
        return upload.answer();
      }
      if (!upload.isOpen()) {
        throw MediaRefusals.closed(upload.phase());
      }
      if (upload.parts.size() != upload.partCount() || !upload.sent().equals(parts)) {
        throw MediaRefusals.partsMismatch();
      }
      StoredUpload.MediaRefusal refusal = judge(upload);
      upload.content = refusal == null ? upload.whole() : upload.content;
      upload.phase = refusal == null ? UploadPhase.READY : UploadPhase.REJECTED;
      upload.refusal = refusal;
      upload.touched = clock.instant();
      upload.parts.clear();
      if (refusal != null) {
        throw MediaRefusals.rejected(refusal);
      }
      return upload.answer();
    }

    @Override
    public void abort(String uploadId) throws TransportException {
      StoredUpload upload = own(uploadId);
      if (upload.isMedia()) {
        throw MediaRefusals.closed(upload.phase());
      }
      if (upload.isOpen()) {
        upload.phase = UploadPhase.ABORTED;
        upload.parts.clear();
      }
    }

    @Override
    public void close() {}
  }

  private static StoredUpload.@Nullable MediaRefusal judge(StoredUpload upload) {
    byte[] whole = upload.whole();
    if (!sha256(whole).equals(upload.request().sha256())) {
      return new StoredUpload.MediaRefusal(
          "SHA256_MISMATCH", "The content does not have the announced SHA-256.");
    }
    return new String(whole, StandardCharsets.ISO_8859_1).startsWith(FORBIDDEN)
        ? new StoredUpload.MediaRefusal(
            "TYPE_NOT_ALLOWED", "Files of the type text/x-forbidden are not taken.")
        : null;
  }
}
