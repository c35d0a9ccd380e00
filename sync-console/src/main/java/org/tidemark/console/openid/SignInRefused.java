package org.tidemark.console.openid;

import org.jspecify.annotations.Nullable;

/** Somebody was not let in by way of the provider. */
final class SignInRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why; each has a sentence of its own on the sign-in page. */
  enum Reason {
    /** It took too long, or was begun in another browser. */
    STALE,
    /** The provider refused, or the person turned back. */
    DENIED,
    /** The provider is away, or its answer is not to be believed. */
    UNAVAILABLE,
    /** The person is known, and has no business here. */
    NO_ROLE
  }

  private final Reason reason;
  private final String who;

  SignInRefused(Reason reason, String message, @Nullable Throwable cause) {
    this(reason, "", message, cause);
  }

  private SignInRefused(Reason reason, String who, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.who = who;
  }

  /** Somebody whom the provider has named. */
  static SignInRefused noRole(Person person, String message) {
    return new SignInRefused(Reason.NO_ROLE, person.subject(), message, null);
  }

  Reason reason() {
    return reason;
  }

  /** Who was refused, by the name for the trail; "": nobody knows. */
  String who() {
    return who;
  }
}
