package org.tidemark.it.container;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;
import org.infinispan.container.entries.CacheEntry;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.identity.Role;
import org.tidemark.server.space.boundary.Spaces;

/** Runs in the server: looks into the cache of receipts, and calls a boundary as nobody. */
@WebServlet({"/entry", "/lifespan", "/put", "/call"})
public class ContainerProbe extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("NullAway.Init")
  @Resource(lookup = "java:jboss/infinispan/cache/sync/receipts")
  private transient Cache<String, String> cache;

  @SuppressWarnings("NullAway.Init")
  @EJB(lookup = "java:global/tidemark/sync-ejb/Spaces!org.tidemark.server.space.boundary.Spaces")
  private transient Spaces spaces;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String key = request.getParameter("client") + "\n" + request.getParameter("mutation");
    String answer =
        switch (request.getServletPath()) {
          case "/entry" -> entry(key);
          case "/lifespan" -> lifespan(key);
          case "/put" -> put(key, Long.parseLong(request.getParameter("lifespan")));
          default -> call();
        };
    response.setContentType("text/plain");
    response.getWriter().print(answer);
  }

  private String entry(String key) {
    return cache.containsKey(key) ? "there" : "none";
  }

  /** How long the entry was to live when it was put, in milliseconds. */
  private String lifespan(String key) {
    CacheEntry<String, String> entry = cache.getAdvancedCache().getCacheEntry(key);
    return entry == null ? "none" : String.valueOf(entry.getLifespan());
  }

  /** Whether the entry is there when it was just put. */
  private String put(String key, long lifespanMs) {
    cache.put(key, "probe", lifespanMs, TimeUnit.MILLISECONDS);
    return entry(key);
  }

  private String call() {
    try {
      return "called: " + spaces.list(new Caller("mallory", Set.of(Role.ADMIN), "probe"));
    } catch (EJBAccessException refused) {
      return "refused";
    }
  }
}
