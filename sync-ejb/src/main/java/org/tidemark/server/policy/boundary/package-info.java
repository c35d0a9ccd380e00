/** Merge policies: reading, trying and changing them. */
@NullMarked
package org.tidemark.server.policy.boundary;

import org.jspecify.annotations.NullMarked;
