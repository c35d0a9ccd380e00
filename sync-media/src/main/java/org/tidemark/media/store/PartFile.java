package org.tidemark.media.store;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.core.media.ReceivedPart;

/**
 * The name of a part's file: number, order of arrival, size and SHA-256.
 *
 * <p>So the folder itself says which parts are safe; no row has to agree with it. Of two files of
 * one part the later counts. A file is never changed, only replaced by a later one.
 */
record PartFile(ReceivedPart part, String arrival, String fileName) {

  static final Comparator<PartFile> BY_ARRIVAL = Comparator.comparing(PartFile::arrival);

  private static final Pattern FORM =
      Pattern.compile("([0-9]{5})-([0-9]{20}[a-z2-7]{26})-([0-9]+)-([0-9a-f]{64})");

  static PartFile of(int number, String arrival, long sizeBytes, String sha256) {
    String name = "%05d-%s-%d-%s".formatted(number, arrival, sizeBytes, sha256);
    return new PartFile(new ReceivedPart(number, sizeBytes, sha256), arrival, name);
  }

  /** Sorts by time; no two are equal. */
  static String arrival(long micros, String unique) {
    return "%020d%s".formatted(micros, unique);
  }

  static Optional<PartFile> parse(String name) {
    Matcher form = FORM.matcher(name);
    if (!form.matches()) {
      return Optional.empty();
    }
    ReceivedPart part =
        new ReceivedPart(
            Integer.parseInt(form.group(1)), Long.parseLong(form.group(3)), form.group(4));
    return Optional.of(new PartFile(part, form.group(2), name));
  }
}
