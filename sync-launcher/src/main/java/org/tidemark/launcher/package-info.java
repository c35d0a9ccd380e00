/**
 * Starts a whole Tidemark on this machine: PostgreSQL, WildFly, demo users.
 *
 * <p>{@link org.tidemark.launcher.Launcher} is what {@code mvn -Prun} runs; tests use {@link
 * org.tidemark.launcher.SyncServer} directly, which can also kill and restart its parts.
 */
@NullMarked
package org.tidemark.launcher;

import org.jspecify.annotations.NullMarked;
