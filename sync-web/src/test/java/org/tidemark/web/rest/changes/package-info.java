/** Tests of the live channel. */
@NullMarked
package org.tidemark.web.rest.changes;

import org.jspecify.annotations.NullMarked;
