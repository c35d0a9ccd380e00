/** Uploads, downloads and their upkeep: one coarse call for each. */
@NullMarked
package org.tidemark.server.media.boundary;

import org.jspecify.annotations.NullMarked;
