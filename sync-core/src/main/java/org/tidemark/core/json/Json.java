package org.tidemark.core.json;

/** A JSON value; two are equal when their canonical texts are equal. */
public sealed interface Json
    permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {}
