package org.tidemark.core.json;

/** A JSON string, without lone surrogates when it was read by {@link JsonReader}. */
public record JsonString(String value) implements Json {}
