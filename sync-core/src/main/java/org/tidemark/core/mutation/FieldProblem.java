package org.tidemark.core.mutation;

/** What is wrong with one part of an input: its pointer and words that follow it. */
public record FieldProblem(String path, String message) {}
