package org.tidemark.client.problem;

/** What a person can do about a failure. */
public enum Recovery {
  RETRY,
  DISMISS,
  REPORT,
  EDIT,
  SIGN_IN,
  RESOLVE,
  EXPORT
}
