package org.tidemark.server.media.boundary;

import java.time.Instant;

/**
 * A media that nobody names.
 *
 * @param goesAt when it may be deleted, unless something names it by then
 */
public record OrphanLine(
    String id,
    String space,
    String user,
    String fileName,
    long sizeBytes,
    Instant unnamedSince,
    Instant goesAt) {}
