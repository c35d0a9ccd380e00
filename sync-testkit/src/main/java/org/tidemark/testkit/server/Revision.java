package org.tidemark.testkit.server;

/** A past state of a record, or a side that lost, which stands beside the chain. */
public record Revision(Written written, boolean beside) {}
