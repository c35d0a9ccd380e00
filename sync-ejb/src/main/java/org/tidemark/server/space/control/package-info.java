/** The one place that says which spaces a caller may see and change. */
@NullMarked
package org.tidemark.server.space.control;

import org.jspecify.annotations.NullMarked;
