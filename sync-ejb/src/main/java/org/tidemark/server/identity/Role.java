package org.tidemark.server.identity;

/** What a bearer token's {@code groups} claim grants beyond memberships of spaces. */
public enum Role {
  USER,
  ADMIN,
  AUDITOR
}
