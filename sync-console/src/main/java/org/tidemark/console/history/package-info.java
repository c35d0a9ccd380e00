/** The history of a record. */
@NullMarked
package org.tidemark.console.history;

import org.jspecify.annotations.NullMarked;
