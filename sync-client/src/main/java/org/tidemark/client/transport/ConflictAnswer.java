package org.tidemark.client.transport;

import org.tidemark.core.decide.Conflict;

/** A conflict with the name that the server gave it. */
public record ConflictAnswer(String conflictId, Conflict conflict) {}
