package org.tidemark.console.signin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * Whether the button that somebody pressed last did nothing, since its page had to be made anew.
 */
@Named
@RequestScoped
public class LastPress {
  private static final String LOST = LastPress.class.getName();

  @Inject private HttpServletRequest request;
  private boolean lost;

  /** Has the next page tell that what was pressed on the one before was not carried out. */
  static void lost(HttpSession session) {
    session.setAttribute(LOST, true);
  }

  @PostConstruct
  void find() {
    HttpSession session = request.getSession(false);
    lost = session != null && session.getAttribute(LOST) != null;
    if (lost) {
      session.removeAttribute(LOST);
    }
  }

  /** Has this page tell it as well: the one before was left at once, by a press of its own. */
  public void tellAgain() {
    lost = true;
  }

  /** It is told once. */
  public boolean isLost() {
    return lost;
  }
}
