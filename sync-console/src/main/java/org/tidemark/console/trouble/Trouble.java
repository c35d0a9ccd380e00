package org.tidemark.console.trouble;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Why a page cannot be shown, as far as people need to know. */
@Named
@RequestScoped
public class Trouble {
  @Inject private HttpServletRequest request;
  @Inject private InstantSource clock;

  /** The key of its title; with {@code .means} that of the sentence about it. */
  public String getKey() {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return status instanceof Integer code && (code == 403 || code == 404)
        ? "trouble." + code
        : "trouble";
  }

  /** When it was, where the server's log says more; null: there is no more to say. */
  public @Nullable Instant getAt() {
    return getKey().equals("trouble") ? clock.instant().truncatedTo(ChronoUnit.SECONDS) : null;
  }
}
