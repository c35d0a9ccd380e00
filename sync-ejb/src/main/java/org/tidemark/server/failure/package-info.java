/** Failures of a whole request: one exception with a stable code, made in one catalogue. */
@NullMarked
package org.tidemark.server.failure;

import org.jspecify.annotations.NullMarked;
