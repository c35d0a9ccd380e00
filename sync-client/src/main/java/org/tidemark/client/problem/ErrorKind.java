package org.tidemark.client.problem;

/** The kind of a failure, as people tell them apart. */
public enum ErrorKind {
  NETWORK,
  VALIDATION,
  CONFLICT,
  AUTH,
  SERVER
}
