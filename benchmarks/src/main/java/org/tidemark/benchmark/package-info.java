/** Measures the server beside the limit of its database, in one run. */
@NullMarked
package org.tidemark.benchmark;

import org.jspecify.annotations.NullMarked;
