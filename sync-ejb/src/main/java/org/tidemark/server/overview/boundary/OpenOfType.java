package org.tidemark.server.overview.boundary;

/** The open conflicts of records of a type. */
public record OpenOfType(String entityType, OpenConflicts open) {}
