package org.tidemark.client.transport.media;

/** A file on the server, and the address by which a record names it. */
public record MediaAnswer(String mediaId, String url) {}
