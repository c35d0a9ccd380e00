package org.tidemark.server.conflict.control;

import org.jspecify.annotations.Nullable;

/**
 * An open conflict that a later push supersedes.
 *
 * @param version the record's version then
 * @param successor the conflict that takes its place; null: settled
 */
public record Closing(String conflictId, @Nullable Integer version, @Nullable String successor) {}
