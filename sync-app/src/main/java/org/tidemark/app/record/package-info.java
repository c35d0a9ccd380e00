/** Records: read, made, edited, deleted. */
@NullMarked
package org.tidemark.app.record;

import org.jspecify.annotations.NullMarked;
