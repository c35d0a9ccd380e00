/** Merge policies: looked at, edited, tried out, put in force and brought back. */
@NullMarked
package org.tidemark.console.policies;

import org.jspecify.annotations.NullMarked;
