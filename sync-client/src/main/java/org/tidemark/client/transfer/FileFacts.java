package org.tidemark.client.transfer;

/** What is known of a file; {@code sha256} in hex. */
public record FileFacts(String name, String contentType, long sizeBytes, String sha256) {}
