package org.tidemark.console.audit;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.tidemark.console.address.Parameters;
import org.tidemark.console.signin.SignedIn;
import org.tidemark.server.audit.boundary.AuditFilter;
import org.tidemark.server.audit.boundary.AuditPage;
import org.tidemark.server.audit.boundary.AuditReading;

/**
 * The audit trail as a file, with the filter of the page.
 *
 * <p>It is read part by part, and nothing of the database is held while a part goes out, so it may
 * be as long as it likes and whoever takes it as slow. If it breaks off, so does the connection.
 */
@WebServlet(urlPatterns = {"/audit.csv", "/audit.json"})
@SuppressWarnings({"NullAway.Init", "serial"})
public class TrailExport extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private AuditReading reading;
  @Inject private SignedIn signedIn;
  @Inject private Parameters parameters;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      AuditFilter filter = TrailInput.of(parameters).filter();
      AuditPage first = reading.export(signedIn.caller(), filter, null);
      write(request.getServletPath().substring(1), filter, first, response);
    } catch (TrailInput.WrongDays wrong) {
      refuse(
          response,
          (wrong.isAfterTheLast()
                  ? "The first day is after the last: "
                  : "Not a day such as 2026-01-31: ")
              + wrong.text());
    }
  }

  private void write(String file, AuditFilter filter, AuditPage first, HttpServletResponse response)
      throws IOException {
    TrailFormat format = file.endsWith(".csv") ? new CsvFormat() : new JsonFormat();
    response.setContentType(format.contentType());
    response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
    response.setHeader("Cache-Control", "no-store");
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
      format.begin(out);
      AuditPage part = first;
      while (true) {
        for (var entry : part.entries()) {
          format.write(entry, out);
        }
        String next = part.next();
        if (next == null) {
          break;
        }
        part = reading.export(signedIn.caller(), filter, next);
      }
      format.end(out);
    }
  }

  private static void refuse(HttpServletResponse response, String problem) throws IOException {
    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    response.setContentType("text/plain; charset=UTF-8");
    response.getWriter().println(problem);
  }
}
