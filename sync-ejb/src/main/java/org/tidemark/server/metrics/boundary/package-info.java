/** Keeps the gauges up to date. */
@NullMarked
package org.tidemark.server.metrics.boundary;

import org.jspecify.annotations.NullMarked;
