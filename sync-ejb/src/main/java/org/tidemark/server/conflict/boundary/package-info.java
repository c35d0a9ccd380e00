/** Conflicts: listing and resolving what no rule could settle. */
@NullMarked
package org.tidemark.server.conflict.boundary;

import org.jspecify.annotations.NullMarked;
