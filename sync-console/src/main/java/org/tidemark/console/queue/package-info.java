/** The list of open conflicts, its filters in the page's address. */
@NullMarked
package org.tidemark.console.queue;

import org.jspecify.annotations.NullMarked;
