package org.tidemark.app.door;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.app.http.Call;
import org.tidemark.app.http.Refused;
import org.tidemark.app.http.Reply;
import org.tidemark.app.http.Routes;

/**
 * Lets in the browser of the person who started the program, and nobody else.
 *
 * <p>Any page that this person opens can send requests to a loopback address. {@code Host} keeps
 * out names that were bound to the address meanwhile, {@code Origin} and {@code Sec-Fetch-Site}
 * other pages of the same browser, the cookie everybody else. Cookies know no ports, so its name
 * has the port: two copies don't sign each other out.
 */
public final class Door implements Routes.Action {

  /** Where the one-time token is taken. */
  public static final String ENTRANCE = "/enter";

  private final String authority;
  private final String cookieName;
  private final Session session;
  private final Routes.Action inside;

  /**
   * @param authority the only host and port that requests may name
   */
  public Door(String authority, Session session, Routes.Action inside) {
    this.authority = authority;
    this.cookieName = "tidemark-" + authority.substring(authority.indexOf(':') + 1);
    this.session = session;
    this.inside = inside;
  }

  @Override
  public Reply answer(Call call) throws IOException {
    if (!authority.equals(call.header("Host"))) {
      throw new Refused(403, "WRONG_HOST", "This program answers at " + authority + " only.");
    }
    if (call.path().equals(ENTRANCE)) {
      return enter(call);
    }
    if (!hasCookie(call.header("Cookie"))) {
      throw new Refused(
          403,
          "NO_SESSION",
          "Open the address that the program has printed: it lets this browser in.");
    }
    requireOwnPage(call);
    return inside.answer(call);
  }

  private Reply enter(Call call) {
    String token = call.parameter("token");
    if (!call.method().equals("GET") || token == null || !session.redeem(token)) {
      throw new Refused(
          403,
          "TOKEN_USED",
          "This address was used already, or is of an earlier start. The program has printed the"
              + " one that is good now.");
    }
    String cookie = cookieName + "=" + session.cookie() + "; Path=/; HttpOnly; SameSite=Strict";
    return Reply.redirect("/", Map.of("Set-Cookie", cookie));
  }

  private boolean hasCookie(@Nullable String header) {
    if (header == null) {
      return false;
    }
    for (String pair : header.split(";", -1)) {
      String[] parts = pair.strip().split("=", 2);
      if (parts.length == 2 && parts[0].equals(cookieName) && session.knows(parts[1])) {
        return true;
      }
    }
    return false;
  }

  private void requireOwnPage(Call call) {
    boolean changing = !call.method().equals("GET");
    String origin = call.header("Origin");
    boolean foreignOrigin = origin == null ? changing : !origin.equals("http://" + authority);
    String site = call.header("Sec-Fetch-Site");
    boolean foreignSite =
        call.path().startsWith("/api/")
            && site != null
            && !site.equals("same-origin")
            && !site.equals("none");
    if (foreignOrigin || foreignSite) {
      throw new Refused(
          403, "WRONG_ORIGIN", "Another page has asked for this. Only this program's own may.");
    }
  }
}
