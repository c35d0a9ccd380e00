package org.tidemark.server.review.boundary;

import java.io.Serializable;
import java.time.Instant;

/** What somebody wrote about a conflict. */
public record Comment(String author, Instant writtenAt, String words) implements Serializable {}
