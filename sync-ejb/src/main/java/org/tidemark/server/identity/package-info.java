/** Who is calling, as the container authenticated them. */
@NullMarked
package org.tidemark.server.identity;

import org.jspecify.annotations.NullMarked;
