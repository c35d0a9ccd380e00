package org.tidemark.server.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.media.ContentType;
import org.tidemark.core.media.MediaFields;
import org.tidemark.core.media.MediaRules;
import org.tidemark.media.store.S3Settings;

/**
 * The settings of media, each from one environment variable, checked at start.
 *
 * @param folder of the file store: {@code SYNC_MEDIA_FOLDER}
 * @param s3 the store where {@code SYNC_MEDIA_STORE} is {@code s3}; null: the folder
 * @param publicUrl the API's address as clients reach it, without a slash: {@code SYNC_PUBLIC_URL}
 * @param cdnUrl where published files can be fetched by their keys: {@code SYNC_MEDIA_CDN_URL}
 * @param partBytes of each part but the last: {@code SYNC_MEDIA_PART_BYTES}
 * @param urlLife how long a signed URL is accepted: {@code SYNC_MEDIA_URL_LIFE}
 * @param uploadLife after how much idleness an upload is given up: {@code SYNC_UPLOAD_LIFE}
 * @param orphanLife how long media that nobody names is kept: {@code SYNC_MEDIA_ORPHAN_LIFE}
 * @param quotaBytes of a space, staged bytes counted: {@code SYNC_MEDIA_QUOTA_BYTES}
 * @param maxUploads of a user at once: {@code SYNC_MAX_UPLOADS_PER_USER}
 * @param rules {@code SYNC_MEDIA_TYPES}, {@code SYNC_MEDIA_MAX_BYTES}, {@code
 *     SYNC_MEDIA_MAX_IMAGE_BYTES}, {@code SYNC_MEDIA_MAX_PIXELS}
 * @param fields in which fields of which types media are named: {@code SYNC_MEDIA_FIELDS}
 */
public record MediaSettings(
    Path folder,
    @Nullable S3Settings s3,
    URI publicUrl,
    @Nullable URI cdnUrl,
    long partBytes,
    Duration urlLife,
    Duration uploadLife,
    Duration orphanLife,
    long quotaBytes,
    int maxUploads,
    MediaRules rules,
    MediaFields fields) {

  private static final long GIB = 1L << 30;

  /** S3 copies no larger object in one step, and takes no larger part. */
  private static final long LARGEST = 5 * GIB;

  /** S3 takes no smaller part but the last. */
  private static final int SMALLEST_S3_PART = 5 << 20;

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration YEAR = Duration.ofDays(365);

  /**
   * @throws IllegalStateException naming the variable, its value and what is allowed
   */
  public static MediaSettings from(Map<String, String> environment, String dataFolder) {
    Environment read = new Environment(environment);
    boolean isS3 = read.parsed("SYNC_MEDIA_STORE", "files", MediaSettings::isS3, "files or s3");
    MediaRules rules =
        new MediaRules(
            read.parsed(
                "SYNC_MEDIA_TYPES",
                String.join(",", MediaRules.USUAL_TYPES),
                MediaSettings::types,
                "types or families, such as image/png,video/*"),
            read.whole("SYNC_MEDIA_MAX_BYTES", LARGEST, 1, LARGEST),
            read.whole("SYNC_MEDIA_MAX_IMAGE_BYTES", 25L << 20, 1, LARGEST),
            read.whole("SYNC_MEDIA_MAX_PIXELS", 32_000_000L, 1, 1L << 40));
    return new MediaSettings(
        Path.of(Objects.requireNonNullElse(read.text("SYNC_MEDIA_FOLDER"), dataFolder + "/media")),
        isS3 ? s3(read) : null,
        Objects.requireNonNullElse(
            read.address("SYNC_PUBLIC_URL"), URI.create("http://localhost:8080/sync")),
        read.address("SYNC_MEDIA_CDN_URL"),
        read.whole("SYNC_MEDIA_PART_BYTES", 8L << 20, isS3 ? SMALLEST_S3_PART : 1 << 16, LARGEST),
        read.duration("SYNC_MEDIA_URL_LIFE", Duration.ofMinutes(15), SECOND, Duration.ofDays(7)),
        read.duration("SYNC_UPLOAD_LIFE", Duration.ofHours(24), SECOND, YEAR),
        read.duration("SYNC_MEDIA_ORPHAN_LIFE", Duration.ofDays(7), SECOND, YEAR),
        read.whole("SYNC_MEDIA_QUOTA_BYTES", 50 * GIB, 0, 1L << 60),
        read.whole("SYNC_MAX_UPLOADS_PER_USER", 1_000, 1, 1_000_000),
        rules,
        read.parsed(
            "SYNC_MEDIA_FIELDS",
            read.flag("SYNC_DEMO", false) ? "note:/photo" : "",
            MediaFields::parse,
            "fields of types, such as note:/photo,album:/photos/*"));
  }

  private static S3Settings s3(Environment read) {
    String access = read.text("SYNC_S3_ACCESS_KEY");
    String secret = read.text("SYNC_S3_SECRET_KEY");
    if ((access == null) != (secret == null)) {
      throw new IllegalStateException(
          "SYNC_S3_ACCESS_KEY and SYNC_S3_SECRET_KEY must be set both or not at all.");
    }
    String bucket = read.text("SYNC_S3_BUCKET");
    if (bucket == null) {
      throw new IllegalStateException("SYNC_S3_BUCKET must be set where SYNC_MEDIA_STORE is s3.");
    }
    return new S3Settings(
        read.address("SYNC_S3_ENDPOINT"),
        read.address("SYNC_S3_PUBLIC_ENDPOINT"),
        Objects.requireNonNullElse(read.text("SYNC_S3_REGION"), "us-east-1"),
        bucket,
        read.flag("SYNC_S3_PATH_STYLE", false),
        access,
        secret);
  }

  private static boolean isS3(String value) {
    return switch (value) {
      case "files" -> false;
      case "s3" -> true;
      default -> throw new IllegalArgumentException(value);
    };
  }

  private static List<String> types(String value) {
    List<String> types = Arrays.stream(value.split(",")).map(String::strip).toList();
    for (String type : types) {
      String plain = type.endsWith("/*") ? type.substring(0, type.length() - 1) + "x" : type;
      if (ContentType.parse(plain) == null) {
        throw new IllegalArgumentException(type);
      }
    }
    return types;
  }
}
