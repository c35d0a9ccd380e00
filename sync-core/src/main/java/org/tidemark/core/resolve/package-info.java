/** The closing of a conflict by a person's choice. */
@NullMarked
package org.tidemark.core.resolve;

import org.jspecify.annotations.NullMarked;
