package org.tidemark.it.console;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.util.Map;
import org.tidemark.it.server.Http;
import org.tidemark.it.server.TestServer;

/**
 * A page of another site in somebody's browser, in a tab of its own.
 *
 * @param frame whether it hides where its forms come from, by a frame without an origin
 */
record Lure(Page page, String origin, boolean frame) {
  static final Map<String, String> AUDITOR =
      Map.of("j_username", "auditor", "j_password", TestServer.AUDITOR_PASSWORD);

  private static final String SEND =
      """
      <!doctype html><title>A nice picture</title>
      <script>
        const form = document.createElement("form");
        form.method = "post";
        form.action = ADDRESS;
        for (const [name, value] of Object.entries(FIELDS)) {
          const field = document.createElement("input");
          field.name = name;
          field.value = value;
          form.appendChild(field);
        }
        document.documentElement.appendChild(form);
        form.submit();
      </script>
      """;

  static Lure at(Page victim, String origin) {
    return new Lure(victim.context().newPage(), origin, false);
  }

  static Lure hidden(Page victim) {
    return new Lure(victim.context().newPage(), "http://sandbox.example", true);
  }

  /** Has the browser send a form as soon as the page opens, and waits for the answer. */
  Response send(String address, Map<String, String> fields) {
    String html = SEND.replace("ADDRESS", Http.quoted(address)).replace("FIELDS", json(fields));
    page.route(
        origin + "/**",
        route -> {
          Route.FulfillOptions answer = new Route.FulfillOptions();
          answer.setContentType("text/html").setBody(html);
          if (frame) {
            // No origin of its own: the browser sends "null".
            answer.setHeaders(
                Map.of("Content-Security-Policy", "sandbox allow-scripts allow-forms"));
          }
          route.fulfill(answer);
        });
    return page.waitForResponse(
        response -> response.request().method().equals("POST"),
        () -> {
          page.navigate(origin + "/");
        });
  }

  private static String json(Map<String, String> fields) {
    return "{"
        + String.join(
            ",",
            fields.entrySet().stream()
                .map(each -> Http.quoted(each.getKey()) + ":" + Http.quoted(each.getValue()))
                .toList())
        + "}";
  }
}
