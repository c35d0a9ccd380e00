/** What content is, whatever its name and its client say. */
@NullMarked
package org.tidemark.media.type;

import org.jspecify.annotations.NullMarked;
