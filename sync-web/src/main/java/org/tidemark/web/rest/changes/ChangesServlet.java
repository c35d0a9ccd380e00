package org.tidemark.web.rest.changes;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.pull.boundary.ChangeFeed;
import org.tidemark.web.graphql.engine.ApiError;
import org.tidemark.web.http.Callers;
import org.tidemark.web.http.WebSettings;
import org.tidemark.web.rest.Problem;

/** Opens the live channel. An idle connection holds a few objects, no thread and no transaction. */
@WebServlet(urlPatterns = "/api/v1/changes", asyncSupported = true, loadOnStartup = 2)
public class ChangesServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final long TICK_MS = 250;

  @Inject private transient ChangeFeed feed;
  @Inject private transient WebSettings settings;
  @Resource private transient ManagedScheduledExecutorService timer;

  @SuppressWarnings("NullAway.Init")
  private transient ChangeStreams streams;

  @SuppressWarnings("NullAway.Init")
  private transient ScheduledFuture<?> ticking;

  @Override
  public void init() {
    streams =
        new ChangeStreams(
            feed::subscribe, InstantSource.system(), settings.streamsOfAUser(), settings.streams());
    ticking = timer.scheduleWithFixedDelay(streams::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void destroy() {
    ticking.cancel(false);
    streams.endAll();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Caller caller = Callers.of(request);
    if (!streams.reserve(caller.user())) {
      refuse(caller, response);
      return;
    }
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("X-Accel-Buffering", "no");
    connect(caller, request.startAsync(request, response));
  }

  /** A stream without a body would hold its place for nothing. */
  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Allow", "GET");
    response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
  }

  private void connect(Caller caller, AsyncContext connection) throws IOException {
    connection.setTimeout(0);
    ServletSink sink = new ServletSink(connection);
    sink.start(streams, streams.open(caller, sink));
  }

  private static void refuse(Caller caller, HttpServletResponse response) throws IOException {
    ApiError error =
        new ApiError(
            "TOO_MANY_CONNECTIONS",
            ErrorCategory.LIMIT,
            true,
            10_000,
            "Too many connections wait for changes. Close one, or try again later.",
            List.of());
    Problem problem = Problem.of(error, caller.correlationId());
    byte[] body = problem.json().getBytes(StandardCharsets.UTF_8);
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setHeader("Retry-After", String.valueOf(problem.retryAfterSeconds()));
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
