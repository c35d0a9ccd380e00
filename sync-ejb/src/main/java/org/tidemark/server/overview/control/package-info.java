/** Counts what waits and who was there, in a few statements over sets. */
@NullMarked
package org.tidemark.server.overview.control;

import org.jspecify.annotations.NullMarked;
