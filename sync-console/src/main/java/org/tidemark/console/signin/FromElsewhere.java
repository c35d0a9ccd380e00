package org.tidemark.console.signin;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Refuses what a page of another site had a browser send, in words.
 *
 * <p>The server leads here what undertow-handlers.conf finds, before it looks who is signed in: a
 * forged request must neither act nor be kept until somebody signs in. This is no page of Faces,
 * which would begin a session, and its cookie would take the place of the one that the browser has.
 */
@WebServlet("/from-elsewhere")
public class FromElsewhere extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="%1$s">
      <head>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>%2$s · Tidemark</title>
      <link rel="stylesheet" href="%3$s/jakarta.faces.resource/console.css.xhtml?ln=console">
      </head>
      <body>
      <main class="card narrow">
      <p class="brand">Tidemark</p>
      <h1>%2$s</h1>
      <p>%4$s</p>
      <p><a href="%3$s/queue.xhtml">%5$s</a></p>
      </main>
      </body>
      </html>
      """;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean german = request.getLocale().getLanguage().equals("de");
    Locale locale = german ? Locale.GERMAN : Locale.ROOT;
    ResourceBundle words = ResourceBundle.getBundle("org.tidemark.console.Words", locale);
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'");
    response
        .getWriter()
        .print(
            PAGE.formatted(
                german ? "de" : "en",
                words.getString("fromElsewhere"),
                request.getContextPath(),
                words.getString("fromElsewhereMeans"),
                words.getString("toConsole")));
  }
}
