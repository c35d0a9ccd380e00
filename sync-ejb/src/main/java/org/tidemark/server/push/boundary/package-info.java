/** Push: one coarse call for a batch of mutations. */
@NullMarked
package org.tidemark.server.push.boundary;

import org.jspecify.annotations.NullMarked;
