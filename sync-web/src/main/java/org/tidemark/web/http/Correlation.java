package org.tidemark.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id that names a request in its answer and in the log. */
public final class Correlation {
  public static final String HEADER = "X-Correlation-Id";

  private static final String ATTRIBUTE = Correlation.class.getName();

  /** Nothing that could break a log line or a header. */
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private Correlation() {}

  /**
   * The caller's own id where it is sane, else a new one; the same for the request's whole life.
   */
  public static String of(HttpServletRequest request) {
    Object known = request.getAttribute(ATTRIBUTE);
    if (known instanceof String id) {
      return id;
    }
    String id = orNew(request.getHeader(HEADER));
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }

  static String orNew(@Nullable String sent) {
    return sent != null && SANE.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
  }
}
