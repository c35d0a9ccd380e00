/** Strict JSON values, their canonical text and their reading. */
@NullMarked
package org.tidemark.core.json;

import org.jspecify.annotations.NullMarked;
