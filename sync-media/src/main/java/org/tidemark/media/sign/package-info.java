/** URLs that allow one request for a time, signed by keys that rotate. */
@NullMarked
package org.tidemark.media.sign;

import org.jspecify.annotations.NullMarked;
