/** Cursors and the feed. */
@NullMarked
package org.tidemark.server.pull.control;

import org.jspecify.annotations.NullMarked;
