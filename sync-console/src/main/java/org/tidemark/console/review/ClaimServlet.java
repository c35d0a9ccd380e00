package org.tidemark.console.review;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Parameters;
import org.tidemark.console.signin.SignedIn;
import org.tidemark.core.record.MutationId;
import org.tidemark.server.failure.SyncException;
import org.tidemark.server.review.boundary.ReviewQueue;

/**
 * Notes that somebody works on the conflict of a page, which asks for it once it is seen: a link
 * that a mail program looks at, or a browser before it is followed, is nobody at work.
 *
 * <p>The answer has a text where somebody else was first.
 */
@WebServlet("/claim")
public class ClaimServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient ReviewQueue queue;
  @Inject private transient SignedIn signedIn;
  @Inject private transient Parameters parameters;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getUserPrincipal() == null || !signedIn.isAdmin()) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    String other = claim(parameters.get("id"));
    if (other == null) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      response.setContentType("text/plain");
      response.setCharacterEncoding("UTF-8");
      response.getWriter().write(other);
    }
  }

  /** Gives who else works on it; null: nobody, or there is nothing to work on. */
  private @Nullable String claim(@Nullable String id) {
    if (id == null || MutationId.problem(id) != null) {
      return null;
    }
    try {
      String at = queue.claim(signedIn.caller(), id);
      return at.equals(signedIn.getName()) ? null : at;
    } catch (SyncException settledMeanwhile) {
      return null;
    }
  }
}
