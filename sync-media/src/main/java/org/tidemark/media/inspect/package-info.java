/** Where a virus scanner plugs in. */
@NullMarked
package org.tidemark.media.inspect;

import org.jspecify.annotations.NullMarked;
