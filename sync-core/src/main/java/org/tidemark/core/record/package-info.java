/** A record's name, its state and the times of its fields. */
@NullMarked
package org.tidemark.core.record;

import org.jspecify.annotations.NullMarked;
