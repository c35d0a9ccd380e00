/** Spaces and their members. */
@NullMarked
package org.tidemark.server.space.boundary;

import org.jspecify.annotations.NullMarked;
