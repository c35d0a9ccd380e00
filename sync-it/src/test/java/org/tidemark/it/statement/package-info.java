/** How many statements the work takes. */
@NullMarked
package org.tidemark.it.statement;

import org.jspecify.annotations.NullMarked;
