/** Pull: every change after a cursor, and the notice that there is one. */
@NullMarked
package org.tidemark.server.pull.boundary;

import org.jspecify.annotations.NullMarked;
