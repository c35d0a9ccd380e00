package org.tidemark.client.upload;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The content type that a file's name promises; the server looks at the content itself. */
final class ContentTypes {

  private static final String UNKNOWN = "application/octet-stream";

  private static final String[][] KNOWN = {
    {"avif", "image/avif"},
    {"bmp", "image/bmp"},
    {"gif", "image/gif"},
    {"heic", "image/heic"},
    {"heif", "image/heif"},
    {"jpeg", "image/jpeg"},
    {"jpg", "image/jpeg"},
    {"png", "image/png"},
    {"svg", "image/svg+xml"},
    {"tif", "image/tiff"},
    {"tiff", "image/tiff"},
    {"webp", "image/webp"},
    {"aac", "audio/aac"},
    {"flac", "audio/flac"},
    {"m4a", "audio/mp4"},
    {"mp3", "audio/mpeg"},
    {"ogg", "audio/ogg"},
    {"wav", "audio/wav"},
    {"avi", "video/x-msvideo"},
    {"mkv", "video/x-matroska"},
    {"mov", "video/quicktime"},
    {"mp4", "video/mp4"},
    {"webm", "video/webm"},
    {"csv", "text/csv"},
    {"html", "text/html"},
    {"json", "application/json"},
    {"md", "text/markdown"},
    {"pdf", "application/pdf"},
    {"txt", "text/plain"},
    {"xml", "application/xml"},
    {"gz", "application/gzip"},
    {"zip", "application/zip"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
  };

  private static final Map<String, String> BY_ENDING = new HashMap<>();

  static {
    for (String[] known : KNOWN) {
      BY_ENDING.put(known[0], known[1]);
    }
  }

  private ContentTypes() {}

  static String of(String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return BY_ENDING.getOrDefault(ending, UNKNOWN);
  }
}
