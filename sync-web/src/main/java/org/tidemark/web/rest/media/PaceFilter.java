package org.tidemark.web.rest.media;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.tidemark.web.http.Pace;

/**
 * Ends bodies that come too slowly. A phone may stand in a tunnel for a while, so the time that it
 * may lose is as long as the listener lets any body stand still.
 */
@WebFilter(urlPatterns = "/api/v1/media/*", asyncSupported = true)
public class PaceFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Duration GRACE = Duration.ofMinutes(2);

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(
        new HttpServletRequestWrapper(request) {
          @Override
          public ServletInputStream getInputStream() throws IOException {
            return new PacedInput(super.getInputStream(), new Pace(GRACE, System::nanoTime));
          }
        },
        response);
  }
}
