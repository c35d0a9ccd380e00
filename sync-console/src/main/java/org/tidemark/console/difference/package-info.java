/** What differs between two states, field by field. */
@NullMarked
package org.tidemark.console.difference;

import org.jspecify.annotations.NullMarked;
