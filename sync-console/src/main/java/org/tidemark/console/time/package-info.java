/** Times as people read them. */
@NullMarked
package org.tidemark.console.time;

import org.jspecify.annotations.NullMarked;
