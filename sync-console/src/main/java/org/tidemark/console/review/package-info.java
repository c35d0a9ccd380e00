/** One conflict: its sides, the choice for each field, the outcome and its confirmation. */
@NullMarked
package org.tidemark.console.review;

import org.jspecify.annotations.NullMarked;
