package org.tidemark.web.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tidemark.server.identity.Caller;

/** Who is calling on this thread: an operation's parameters are all seen by the API's users. */
@ApplicationScoped
public class CurrentCaller {
  private final ThreadLocal<@Nullable Caller> caller = new ThreadLocal<>();

  /** The caller of the request that runs on this thread. */
  public Caller get() {
    Caller current = caller.get();
    if (current == null) {
      throw new IllegalStateException("No request runs on this thread");
    }
    return current;
  }

  /** Runs a request as a caller. */
  public <T> T during(Caller of, Supplier<T> request) {
    caller.set(of);
    try {
      return request.get();
    } finally {
      caller.remove();
    }
  }
}
