/** Where the bytes of media live, how URLs to them are signed, and what their content is. */
@NullMarked
package org.tidemark.media;

import org.jspecify.annotations.NullMarked;
