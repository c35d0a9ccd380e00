package org.tidemark.server.receipt.boundary;

import org.tidemark.core.decide.Conflict;

/** A conflict under its id, as a {@code ConflictPayload}. */
public record ConflictAnswer(String conflictId, Conflict conflict) {}
