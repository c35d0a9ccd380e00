package org.tidemark.console.policies;

import java.io.Serializable;

/** What is wrong at a place of a policy; the place is a pointer, "" for the whole. */
public record Problem(String place, String message) implements Serializable {}
