/** Finds what waits in pages of bounded cost, and keeps who works on it. */
@NullMarked
package org.tidemark.server.review.control;

import org.jspecify.annotations.NullMarked;
