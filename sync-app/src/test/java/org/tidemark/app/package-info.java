/** The application over real HTTP, on a server in memory. */
@NullMarked
package org.tidemark.app;

import org.jspecify.annotations.NullMarked;
