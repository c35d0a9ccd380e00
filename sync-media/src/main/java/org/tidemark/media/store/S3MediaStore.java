package org.tidemark.media.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.media.ContentKey;
import org.tidemark.core.media.ContentType;
import org.tidemark.core.media.FileName;
import org.tidemark.core.media.NamedPart;
import org.tidemark.core.media.ReceivedPart;
import org.tidemark.core.media.Serving;
import org.tidemark.core.media.UploadId;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Keeps media in an S3-compatible store. Clients send parts to it directly, by URLs that it
 * verifies itself.
 *
 * <p>{@code staging/<upload>} is where parts go; {@code media/<key>} is what was published, by a
 * copy inside the store. A URL that is still alive can rewrite the staging key only, and a copy is
 * made of exactly the bytes that were looked at, or not at all. A handle is the id of a multipart
 * upload; uploads of one part have none.
 */
public final class S3MediaStore implements MediaStore, DownloadUrls {

  private final S3Client s3;
  private final S3Urls urls;
  private final String bucket;
  private final HashThreads threads = new HashThreads();

  private S3MediaStore(S3Client s3, S3Urls urls, String bucket) {
    this.s3 = s3;
    this.urls = urls;
    this.bucket = bucket;
  }

  /** Nothing is asked of the store yet. */
  public static S3MediaStore open(S3Settings settings) {
    S3Client client = S3Clients.client(settings);
    S3Urls urls = new S3Urls(S3Clients.presigner(settings, client), settings.bucket());
    return new S3MediaStore(client, urls, settings.bucket());
  }

  @Override
  public String begin(Staging unhandled) {
    if (unhandled.plan().parts() == 1) {
      return "";
    }
    return call(
        "an upload cannot begin",
        () ->
            s3.createMultipartUpload(
                    create ->
                        create
                            .bucket(bucket)
                            .key(S3Keys.staging(unhandled.upload()))
                            .contentType(unhandled.type().value()))
                .uploadId());
  }

  @Override
  public PartUrl partUrl(Staging staging, int number, Instant now, Instant expiresAt) {
    return urls.part(staging, number, Duration.between(now, expiresAt));
  }

  /** Through the server, for clients that cannot use a signed URL: by way of a temporary file. */
  @Override
  public ReceivedPart receive(
      Staging staging, int number, long leastBytes, long mostBytes, InputStream body)
      throws SizeMismatch, IOException {
    Path spool = temporaryFile();
    try {
      HashedCopy copy = HashedCopy.ofPart(threads);
      try (OutputStream out = Files.newOutputStream(spool)) {
        copy.pass(body, out, mostBytes);
      } catch (BodyBroken e) {
        throw e;
      } catch (IOException e) {
        throw new StoreException("a part cannot be kept on its way", e);
      }
      if (copy.copied() < leastBytes || copy.copied() > mostBytes) {
        throw new SizeMismatch(copy.copied());
      }
      String etag = call("a part cannot be stored", () -> put(staging, number, spool));
      return new ReceivedPart(number, copy.copied(), unquoted(etag));
    } finally {
      Files.deleteIfExists(spool);
    }
  }

  private static Path temporaryFile() {
    try {
      return Files.createTempFile("tidemark-media", ".part");
    } catch (IOException e) {
      throw new StoreException("a part cannot be kept on its way", e);
    }
  }

  private String put(Staging staging, int number, Path file) {
    String key = S3Keys.staging(staging.upload());
    if (staging.handle().isEmpty()) {
      return s3.putObject(
              put -> put.bucket(bucket).key(key).contentType(staging.type().value()),
              RequestBody.fromFile(file))
          .eTag();
    }
    return s3.uploadPart(
            part -> part.bucket(bucket).key(key).uploadId(staging.handle()).partNumber(number),
            RequestBody.fromFile(file))
        .eTag();
  }

  @Override
  public List<ReceivedPart> parts(Staging staging) {
    return call(
        "the parts of an upload cannot be listed",
        () -> {
          if (!staging.handle().isEmpty()) {
            List<ReceivedPart> listed = listed(staging);
            if (!listed.isEmpty()) {
              return listed;
            }
          }
          HeadObjectResponse whole = head(S3Keys.staging(staging.upload()));
          if (whole == null) {
            return List.of();
          }
          return staging.handle().isEmpty()
              ? List.of(new ReceivedPart(1, whole.contentLength(), unquoted(whole.eTag())))
              : joined(staging, whole.contentLength());
        });
  }

  /** None as well where there is no such multipart upload any more. */
  private List<ReceivedPart> listed(Staging staging) {
    try {
      return s3
          .listPartsPaginator(
              list ->
                  list.bucket(bucket)
                      .key(S3Keys.staging(staging.upload()))
                      .uploadId(staging.handle()))
          .parts()
          .stream()
          .map(part -> new ReceivedPart(part.partNumber(), part.size(), unquoted(part.eTag())))
          .toList();
    } catch (S3Exception e) {
      if (e.statusCode() == 404) {
        return List.of();
      }
      throw e;
    }
  }

  /** A crash came after the parts were put together: they are gone, and all there. */
  private static List<ReceivedPart> joined(Staging staging, long sizeBytes) {
    if (sizeBytes != staging.plan().sizeBytes()) {
      return List.of();
    }
    return IntStream.rangeClosed(1, staging.plan().parts())
        .mapToObj(number -> ReceivedPart.joined(number, staging.plan().sizeOf(number)))
        .toList();
  }

  @Override
  public Assembled assemble(Staging staging, List<ReceivedPart> parts) throws BytesGone {
    String key = S3Keys.staging(staging.upload());
    if (!staging.handle().isEmpty() && parts.stream().noneMatch(ReceivedPart::isJoined)) {
      call("an upload cannot be put together", () -> join(staging, parts));
    }
    HeadObjectResponse whole = call("an upload cannot be looked at", () -> head(key));
    if (whole == null) {
      throw new BytesGone("what was received of " + staging.upload());
    }
    HashedCopy copy = HashedCopy.ofFile(threads);
    try (InputStream in = read(key, whole.eTag(), null)) {
      copy.pass(in, OutputStream.nullOutputStream(), Long.MAX_VALUE - Hashing.BLOCK_BYTES);
    } catch (IOException e) {
      throw new StoreException("an upload cannot be read", e);
    }
    return new Assembled(copy.copied(), copy.sha256(), copy.head(), whole.eTag());
  }

  private String join(Staging staging, List<ReceivedPart> parts) {
    List<CompletedPart> named =
        parts.stream()
            .map(
                part ->
                    CompletedPart.builder()
                        .partNumber(part.number())
                        .eTag("\"" + part.etag() + "\"")
                        .build())
            .toList();
    return s3.completeMultipartUpload(
            complete ->
                complete
                    .bucket(bucket)
                    .key(S3Keys.staging(staging.upload()))
                    .uploadId(staging.handle())
                    .multipartUpload(upload -> upload.parts(named)))
        .eTag();
  }

  @Override
  public InputStream openAssembled(Staging staging, Assembled assembled) throws BytesGone {
    return read(S3Keys.staging(staging.upload()), assembled.version(), null);
  }

  @Override
  public void publish(Staging staging, Assembled assembled, ContentKey key) throws BytesGone {
    orGone(
        "a file cannot be published",
        () ->
            s3.copyObject(
                copy ->
                    copy.sourceBucket(bucket)
                        .sourceKey(S3Keys.staging(staging.upload()))
                        .copySourceIfMatch(assembled.version())
                        .destinationBucket(bucket)
                        .destinationKey(S3Keys.media(key))
                        .metadataDirective(MetadataDirective.REPLACE)
                        .contentDisposition(
                            Serving.isInline(staging.type()) ? "inline" : "attachment")
                        .contentType(staging.type().value())));
  }

  @Override
  public void discard(UploadId upload, String handle) {
    String key = S3Keys.staging(upload);
    call(
        "staged bytes cannot be removed",
        () -> {
          if (!handle.isEmpty()) {
            abort(key, handle);
          }
          return s3.deleteObject(delete -> delete.bucket(bucket).key(key));
        });
  }

  private void abort(String key, String handle) {
    try {
      s3.abortMultipartUpload(abort -> abort.bucket(bucket).key(key).uploadId(handle));
    } catch (S3Exception e) {
      if (e.statusCode() != 404) {
        throw e;
      }
    }
  }

  @Override
  public InputStream open(ContentKey key, long fromByte, long lengthBytes) throws BytesGone {
    return lengthBytes == 0
        ? InputStream.nullInputStream()
        : read(S3Keys.media(key), null, "bytes=" + fromByte + "-" + (fromByte + lengthBytes - 1));
  }

  private InputStream read(String key, @Nullable String etag, @Nullable String range)
      throws BytesGone {
    return orGone(
        "a file cannot be read",
        () -> s3.getObject(get -> get.bucket(bucket).key(key).ifMatch(etag).range(range)));
  }

  @Override
  public boolean has(ContentKey key, long sizeBytes) {
    HeadObjectResponse found = call("a file cannot be looked at", () -> head(S3Keys.media(key)));
    return found != null && found.contentLength() == sizeBytes;
  }

  private @Nullable HeadObjectResponse head(String key) {
    try {
      return s3.headObject(head -> head.bucket(bucket).key(key));
    } catch (S3Exception e) {
      if (e.statusCode() == 404) {
        return null;
      }
      throw e;
    }
  }

  @Override
  public void delete(ContentKey key) {
    call(
        "a file cannot be removed",
        () -> s3.deleteObject(delete -> delete.bucket(bucket).key(S3Keys.media(key))));
  }

  @Override
  public URI downloadUrl(
      ContentKey key, FileName name, ContentType type, Instant now, Instant expiresAt) {
    return urls.download(key, name, type, Duration.between(now, expiresAt));
  }

  @Override
  public List<StagedName> staged(String after, int limit) {
    return call(
        "staged uploads cannot be listed",
        () -> new S3Listing(s3, bucket).staged(S3Keys.STAGING, after, limit));
  }

  @Override
  public List<StoredName> stored(String after, int limit) {
    return call(
        "files cannot be listed",
        () -> new S3Listing(s3, bucket).stored(S3Keys.MEDIA, after, limit));
  }

  @Override
  public void close() {
    threads.close();
    urls.close();
    s3.close();
  }

  private static String unquoted(String etag) {
    return new NamedPart(1, etag).etag();
  }

  private static <T> T orGone(String what, Supplier<T> request) throws BytesGone {
    try {
      return request.get();
    } catch (S3Exception e) {
      if (e.statusCode() == 404 || e.statusCode() == 412) {
        throw new BytesGone(what);
      }
      throw new StoreException(what, e);
    } catch (SdkException e) {
      throw new StoreException(what, e);
    }
  }

  private static <T extends @Nullable Object> T call(String what, Supplier<T> request) {
    try {
      return request.get();
    } catch (SdkException e) {
      throw new StoreException(what, e);
    }
  }
}
