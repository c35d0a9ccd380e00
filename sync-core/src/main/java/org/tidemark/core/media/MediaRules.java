package org.tidemark.core.media;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.media.MediaRejection.Code;

/**
 * Which files are taken.
 *
 * @param types allowed: {@code image/png}, or a family such as {@code video/*}
 * @param maxBytes of a file
 * @param maxImageBytes of an image
 * @param maxPixels of an image
 */
public record MediaRules(List<String> types, long maxBytes, long maxImageBytes, long maxPixels) {

  /** Types that can carry script or whose dimensions no header tells stay out. */
  public static final List<String> USUAL_TYPES =
      List.of(
          "image/png",
          "image/jpeg",
          "image/gif",
          "image/webp",
          "image/avif",
          "image/heic",
          "image/bmp",
          "video/*",
          "audio/*",
          "application/pdf",
          "application/zip",
          "application/gzip",
          "application/msword",
          "application/vnd.ms-excel",
          "application/vnd.ms-powerpoint",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation",
          "application/vnd.oasis.opendocument.text",
          "application/vnd.oasis.opendocument.spreadsheet",
          "application/vnd.oasis.opendocument.presentation",
          "text/plain",
          "text/csv");

  public MediaRules {
    types = Collections.unmodifiableList(new ArrayList<>(types));
  }

  /** Judges what a client announces; null: it may come. */
  public @Nullable MediaRejection announced(String fileName, ContentType declared, long sizeBytes) {
    String problem = FileName.problem(fileName);
    if (problem != null) {
      return MediaRejection.of(
          Code.NAME_NOT_ALLOWED, "The file's name " + problem + ".", "/fileName", problem);
    }
    if (!allows(declared)) {
      return notAllowed(declared);
    }
    long limit = limitBytes(declared);
    return sizeBytes <= limit ? null : tooLarge(sizeBytes, limit);
  }

  /** The most bytes that a file of the type may have. */
  public long limitBytes(ContentType type) {
    return type.isImage() ? Math.min(maxBytes, maxImageBytes) : maxBytes;
  }

  public static MediaRejection tooLarge(long sizeBytes, long limit) {
    return MediaRejection.of(
        Code.FILE_TOO_LARGE,
        "The file is larger than " + limit + " bytes.",
        "/size",
        sizeBytes + " bytes; the limit is " + limit);
  }

  /**
   * Judges the type that the content has; null: it fits what was declared.
   *
   * @param declaredIsKindOfFound whether the declared type is the found one, or a more special one
   *     that this content may be: a table in plain text, a document in a zip file
   */
  public @Nullable MediaRejection found(
      ContentType declared, ContentType found, boolean declaredIsKindOfFound) {
    if (!allows(declared)) {
      return notAllowed(declared);
    }
    if (found.equals(declared)) {
      return null;
    }
    boolean saysNothing = found.equals(ContentType.UNKNOWN);
    boolean sameFamily = found.family().equals(declared.family());
    // Containers of sound and pictures go by many names; browsers take each by its own magic.
    boolean sameMedium = sameFamily && isMedium(declared) && allows(found);
    if (!saysNothing && (declaredIsKindOfFound || sameMedium)) {
      return null;
    }
    return MediaRejection.of(
        Code.TYPE_MISMATCH,
        "The file's content is not what its type says.",
        "/contentType",
        "declared " + declared + ", found " + found);
  }

  private static boolean isMedium(ContentType type) {
    return type.family().equals("video") || type.family().equals("audio");
  }

  private boolean allows(ContentType type) {
    return types.contains(type.value()) || types.contains(type.family() + "/*");
  }

  private static MediaRejection notAllowed(ContentType type) {
    return MediaRejection.of(
        Code.TYPE_NOT_ALLOWED,
        "Files of the type " + type + " are not taken.",
        "/contentType",
        type + " is not on the list of allowed types");
  }

  /** Judges an image by its header; null: it is fine. */
  public @Nullable MediaRejection image(@Nullable ImageSize size) {
    if (size == null) {
      return MediaRejection.of(
          Code.IMAGE_UNREADABLE,
          "The image's header cannot be read.",
          "/contentType",
          "no width and height were found");
    }
    return size.pixels() <= maxPixels
        ? null
        : MediaRejection.of(
            Code.IMAGE_TOO_LARGE,
            "The image has more than " + maxPixels + " pixels.",
            "/size",
            size.width() + " x " + size.height() + " pixels");
  }
}
