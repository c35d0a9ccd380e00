/** Spaces and their members. */
@NullMarked
package org.tidemark.console.spaces;

import org.jspecify.annotations.NullMarked;
