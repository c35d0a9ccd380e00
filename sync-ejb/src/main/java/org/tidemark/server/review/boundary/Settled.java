package org.tidemark.server.review.boundary;

import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.Document;

/**
 * What a decision made of a record.
 *
 * @param version of the record after it
 * @param data null: the record is deleted
 */
public record Settled(int version, @Nullable Document data) {}
