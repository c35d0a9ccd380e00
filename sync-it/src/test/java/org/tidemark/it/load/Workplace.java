package org.tidemark.it.load;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the clients of one load have in common.
 *
 * @param name begins the ids of its records
 * @param comments counts the comments of all, so that all write in one thread at a time
 */
record Workplace(String name, List<String> spaces, AtomicInteger comments, Books books) {}
