package org.tidemark.console.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a page of another site had a browser send, in words.
 *
 * <p>The server leads here what undertow-handlers.conf finds, before it looks who is signed in: a
 * forged request must neither act nor be kept until somebody signs in.
 */
@WebServlet("/from-elsewhere")
public class FromElsewhere extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    request
        .getRequestDispatcher("/from-elsewhere.xhtml")
        .forward(new WithoutForm(request), response);
  }

  /** What was sent is not for the page that refuses it. */
  private static final class WithoutForm extends HttpServletRequestWrapper {
    private WithoutForm(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return "GET";
    }

    @Override
    public @Nullable String getParameter(String name) {
      return null;
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return null;
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.emptyEnumeration();
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Map.of();
    }
  }
}
