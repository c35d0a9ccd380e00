package org.tidemark.console.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What a browser's session knows of its sign-in by a provider. */
final class SignInState {
  private static final Logger LOG = Logger.getLogger(SignInState.class);
  private static final String ATTEMPT = "tidemark.openid.attempt";
  private static final String REFUSAL = "tidemark.openid.refusal";
  private static final String NAME = "tidemark.openid.name";
  private static final String AWAY = "tidemark.openid.away";
  private static final String TOKEN = "tidemark.openid.token";

  private final HttpSession session;

  private SignInState(HttpSession session) {
    this.session = session;
  }

  static SignInState of(HttpServletRequest request) {
    return new SignInState(request.getSession());
  }

  void begin(Attempt attempt) {
    session.setAttribute(ATTEMPT, attempt);
  }

  /** The sign-in under way, which ends with the answer, whatever it is. */
  Optional<Attempt> take() {
    Object attempt = session.getAttribute(ATTEMPT);
    session.removeAttribute(ATTEMPT);
    return attempt instanceof Attempt begun ? Optional.of(begun) : Optional.empty();
  }

  void refused(SignInRefused refusal) {
    LOG.warnf(refusal.getCause(), "a sign-in failed: %s", refusal.getMessage());
    session.setAttribute(REFUSAL, refusal.reason().name());
  }

  /** Why the last sign-in failed, told once; null: it did not. */
  @Nullable String takeRefusal() {
    Object refusal = session.getAttribute(REFUSAL);
    session.removeAttribute(REFUSAL);
    return refusal instanceof String reason ? reason : null;
  }

  void signedIn(Person person) {
    session.setAttribute(NAME, person.name());
    session.setAttribute(TOKEN, person.idToken());
  }

  /** Remembers where the browser goes on to from the page that follows. */
  void leaving(String address) {
    session.setAttribute(AWAY, address);
  }

  Optional<String> takeAway() {
    Optional<String> address = text(AWAY);
    session.removeAttribute(AWAY);
    return address;
  }

  Optional<String> name() {
    return text(NAME);
  }

  Optional<String> token() {
    return text(TOKEN);
  }

  private Optional<String> text(String attribute) {
    return session.getAttribute(attribute) instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }
}
