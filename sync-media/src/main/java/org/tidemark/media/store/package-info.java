/** One port for the bytes of media, in a folder or in an S3-compatible store. */
@NullMarked
package org.tidemark.media.store;

import org.jspecify.annotations.NullMarked;
