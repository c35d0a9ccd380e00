/** What the server does by itself: first start and cleaning. */
@NullMarked
package org.tidemark.server.upkeep.boundary;

import org.jspecify.annotations.NullMarked;
