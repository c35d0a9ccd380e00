package org.tidemark.app.http;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which request does what. */
public final class Routes {

  private final Map<String, Map<String, Action>> paths = new HashMap<>();

  /** Carries a request out. */
  public interface Action {
    Reply answer(Call call) throws IOException;
  }

  public Routes get(String path, Action action) {
    return add("GET", path, action);
  }

  public Routes post(String path, Action action) {
    return add("POST", path, action);
  }

  private Routes add(String method, String path, Action action) {
    if (paths.computeIfAbsent(path, none -> new HashMap<>()).put(method, action) != null) {
      throw new IllegalArgumentException(method + " " + path + " is taken");
    }
    return this;
  }

  public Reply answer(Call call) throws IOException {
    Map<String, Action> methods = paths.get(call.path());
    if (methods == null) {
      throw new Refused(404, "NOT_FOUND", "There is nothing at this address.");
    }
    @Nullable Action action = methods.get(call.method());
    if (action == null) {
      throw new Refused(
          405, "METHOD", "This address takes " + String.join(", ", methods.keySet()) + " only.");
    }
    return action.answer(call);
  }
}
