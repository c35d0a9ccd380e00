/** Checks, settles and undoes the items of bulk jobs by set. */
@NullMarked
package org.tidemark.server.bulk.control;

import org.jspecify.annotations.NullMarked;
