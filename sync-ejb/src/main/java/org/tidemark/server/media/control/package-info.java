/** What uploads and media are made of: rows, quota, references, keys, judgement. */
@NullMarked
package org.tidemark.server.media.control;

import org.jspecify.annotations.NullMarked;
