package org.tidemark.client.transport.media;

/** A part that the server has. */
public record SentPart(int number, long sizeBytes, String etag) {}
