/** Failures in words. */
@NullMarked
package org.tidemark.client.problem;

import org.jspecify.annotations.NullMarked;
