/** The live channel: server-sent events that say "something changed", and no more. */
@NullMarked
package org.tidemark.web.rest.changes;

import org.jspecify.annotations.NullMarked;
