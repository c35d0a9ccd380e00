package org.tidemark.web.graphql.engine;

/** An answer over HTTP: its status and its JSON. */
public record Answer(int status, AnswerBuffer body) {}
