package org.tidemark.console.live;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Parameters;
import org.tidemark.console.queue.FilterInput;
import org.tidemark.core.record.Timestamps;

/** Tells open pages how many conflicts wait, or how far a bulk job has come. */
@WebServlet(urlPatterns = "/events", asyncSupported = true)
@SuppressWarnings({"NullAway.Init", "serial"})
public class LiveServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private LiveStreams streams;
  @Inject private QueueNews news;
  @Inject private JobNews jobs;
  @Inject private Parameters parameters;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpSession session = request.getSession(false);
    LiveStream.Source source = source();
    if (session == null || source == null || !streams.isRoom(session.getId(), System.nanoTime())) {
      // To a browser this says: do not come again.
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    AsyncContext connection = request.startAsync(request, response);
    connection.setTimeout(0);
    streams.add(new LiveStream(session.getId(), connection, source, streams::remove));
  }

  private LiveStream.@Nullable Source source() {
    String job = parameters.get("job");
    if (job != null) {
      return jobs.of(job);
    }
    Instant since = time(parameters.get("since"));
    return since == null ? null : news.of(FilterInput.of(parameters).filter(), since);
  }

  /** A time that the database can hold as well; null: it is none. */
  static @Nullable Instant time(@Nullable String text) {
    try {
      Instant time = text == null ? Instant.MAX : Instant.parse(text);
      return time.isBefore(Timestamps.MIN) || time.isAfter(Timestamps.MAX) ? null : time;
    } catch (DateTimeParseException notOne) {
      return null;
    }
  }
}
