package org.tidemark.web.graphql.conflict;

import org.eclipse.microprofile.graphql.Enum;

/** What became of a conflict. */
@Enum("ConflictStatus")
public enum ConflictState {
  OPEN,
  RESOLVED,
  SUPERSEDED
}
