package org.tidemark.web.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jboss.logging.MDC;

/** Gives each request its correlation id: in the log, in the answer's header and to the callers. */
@WebFilter(
    urlPatterns = "/*",
    asyncSupported = true,
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class CorrelationFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String LOG_KEY = "correlationId";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String id = Correlation.of(request);
    response.setHeader(Correlation.HEADER, id);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    Object before = MDC.put(LOG_KEY, id);
    try {
      chain.doFilter(request, response);
    } finally {
      if (before == null) {
        MDC.remove(LOG_KEY);
      } else {
        MDC.put(LOG_KEY, before);
      }
    }
  }
}
