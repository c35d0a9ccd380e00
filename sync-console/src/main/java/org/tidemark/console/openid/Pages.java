package org.tidemark.console.openid;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The console's own pages, the only ones that a sign-in leads to. */
final class Pages {
  static final String FIRST = "queue.xhtml";
  private static final int LONGEST = 2_000;
  private static final Pattern OWN = Pattern.compile("[a-zA-Z-]+\\.(xhtml|csv|json)(\\?[!-~]*)?");

  private Pages() {}

  /** The page as it was asked for, if it is one of ours; else the first one. */
  static String own(@Nullable String page) {
    return page != null && page.length() <= LONGEST && OWN.matcher(page).matches() ? page : FIRST;
  }

  static String address(HttpServletRequest request, String page) {
    return request.getContextPath() + "/" + page;
  }
}
