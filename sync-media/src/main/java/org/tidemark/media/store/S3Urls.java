package org.tidemark.media.store;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.core.media.ContentKey;
import org.tidemark.core.media.ContentType;
import org.tidemark.core.media.FileName;
import org.tidemark.core.media.Serving;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Signs URLs that lead straight to an S3-compatible store. */
final class S3Urls implements AutoCloseable {
  private final S3Presigner presigner;
  private final String bucket;

  S3Urls(S3Presigner presigner, String bucket) {
    this.presigner = presigner;
    this.bucket = bucket;
  }

  /** Where a part is put, for as long as {@code life}. */
  PartUrl part(Staging staging, int number, Duration life) {
    long size = staging.plan().sizeOf(number);
    String key = S3Keys.staging(staging.upload());
    PresignedRequest signed =
        staging.handle().isEmpty()
            ? presigner.presignPutObject(
                presign ->
                    presign
                        .signatureDuration(life)
                        .putObjectRequest(
                            put ->
                                put.bucket(bucket)
                                    .key(key)
                                    .contentLength(size)
                                    .contentType(staging.type().value())))
            : presigner.presignUploadPart(
                presign ->
                    presign
                        .signatureDuration(life)
                        .uploadPartRequest(
                            part ->
                                part.bucket(bucket)
                                    .key(key)
                                    .uploadId(staging.handle())
                                    .partNumber(number)
                                    .contentLength(size)));
    return new PartUrl(
        number,
        size,
        signed.httpRequest().method().name(),
        URI.create(signed.url().toString()),
        sent(signed.signedHeaders()),
        signed.expiration());
  }

  /** What a client has to send by itself; its HTTP library knows host and length. */
  private static Map<String, String> sent(Map<String, List<String>> signed) {
    Map<String, String> headers = new TreeMap<>();
    signed.forEach(
        (name, values) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (!lower.equals("host") && !lower.equals("content-length")) {
            headers.put(
                lower.equals("content-type") ? "Content-Type" : name, String.join(",", values));
          }
        });
    return headers;
  }

  /** Where a file is read, under its name, for as long as {@code life}. */
  URI download(ContentKey key, FileName name, ContentType type, Duration life) {
    return URI.create(
        presigner
            .presignGetObject(
                presign ->
                    presign
                        .signatureDuration(life)
                        .getObjectRequest(
                            get ->
                                get.bucket(bucket)
                                    .key(S3Keys.media(key))
                                    .responseContentType(type.value())
                                    .responseContentDisposition(Serving.disposition(name, type))))
            .url()
            .toString());
  }

  @Override
  public void close() {
    presigner.close();
  }
}
