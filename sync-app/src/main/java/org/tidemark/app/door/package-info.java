/** Who is let in: host, origin and session. */
@NullMarked
package org.tidemark.app.door;

import org.jspecify.annotations.NullMarked;
