package org.tidemark.console.address;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The parameters of the address that was asked for. */
@RequestScoped
public class Parameters {
  @Inject private HttpServletRequest request;

  /** The value of a parameter; null where it is absent or blank. */
  public @Nullable String get(String name) {
    String value = request.getParameter(name);
    // PostgreSQL knows no NUL; what stands for it is in no name, so it finds nothing.
    return value == null || value.isBlank() ? null : value.replace('\0', '\uFFFD');
  }
}
