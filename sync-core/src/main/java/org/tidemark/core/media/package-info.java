/** The rules of media uploads: states, limits, types, names, signed URLs, ranges, references. */
@NullMarked
package org.tidemark.core.media;

import org.jspecify.annotations.NullMarked;
