/** The administrators' queue of conflicts that wait for a person. */
@NullMarked
package org.tidemark.server.review.boundary;

import org.jspecify.annotations.NullMarked;
