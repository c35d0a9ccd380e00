package org.tidemark.core.mutation;

/** The kind of an error that a server answers with; decides what a client does next. */
public enum ErrorCategory {
  VALIDATION,
  CONFLICT,
  AUTH,
  LIMIT,
  SERVER
}
