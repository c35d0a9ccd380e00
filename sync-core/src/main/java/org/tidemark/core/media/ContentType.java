package org.tidemark.core.media;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A media type without parameters, in lower case, such as {@code image/png}. */
public record ContentType(String value) {

  private static final Pattern FORM =
      Pattern.compile("[a-z0-9][a-z0-9.+_-]{0,62}/[a-z0-9][a-z0-9.+_-]{0,62}");

  public static final ContentType UNKNOWN = new ContentType("application/octet-stream");

  public ContentType {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("\"" + value + "\" is not a content type");
    }
  }

  /** Reads a header's or a client's text, parameters dropped; null where it is no type. */
  public static @Nullable ContentType parse(String text) {
    int end = text.indexOf(';');
    String bare = (end < 0 ? text : text.substring(0, end)).trim().toLowerCase(Locale.ROOT);
    return FORM.matcher(bare).matches() ? new ContentType(bare) : null;
  }

  /** The part before the slash: the family by which types are allowed and limited. */
  public String family() {
    return value.substring(0, value.indexOf('/'));
  }

  public boolean isImage() {
    return family().equals("image");
  }

  /** Whether it is an image of pixels: one that is drawn has no size until somebody shows it. */
  public boolean hasPixels() {
    return isImage() && !value.equals("image/svg+xml");
  }

  @Override
  public String toString() {
    return value;
  }
}
