package org.tidemark.core.media;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What of a file a request asks for (RFC 9110, section 14). */
public sealed interface ByteRange {

  /** The file as a whole: no range was asked for, or one that need not be understood. */
  record Whole() implements ByteRange {}

  /** The bytes from the first to the last, both included. */
  record Part(long first, long last) implements ByteRange {
    public long length() {
      return last - first + 1;
    }
  }

  /** The file has none of the bytes that were asked for. */
  record Unsatisfiable() implements ByteRange {}

  /** One range; of several together the whole is given, as a server may. */
  Pattern FORM = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

  static ByteRange of(@Nullable String header, long sizeBytes) {
    if (header == null) {
      return new Whole();
    }
    Matcher form = FORM.matcher(header.trim());
    if (!form.matches() || (form.group(1).isEmpty() && form.group(2).isEmpty())) {
      return new Whole();
    }
    if (form.group(1).isEmpty()) {
      long suffix = Math.min(Long.parseLong(form.group(2)), sizeBytes);
      return suffix == 0 ? new Unsatisfiable() : new Part(sizeBytes - suffix, sizeBytes - 1);
    }
    long first = Long.parseLong(form.group(1));
    long last = form.group(2).isEmpty() ? sizeBytes - 1 : Long.parseLong(form.group(2));
    if (!form.group(2).isEmpty() && last < first) {
      return new Whole();
    }
    return first >= sizeBytes
        ? new Unsatisfiable()
        : new Part(first, Math.min(last, sizeBytes - 1));
  }
}
