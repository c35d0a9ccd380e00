/** Many conflicts settled by one choice, in the background. */
@NullMarked
package org.tidemark.server.bulk.boundary;

import org.jspecify.annotations.NullMarked;
