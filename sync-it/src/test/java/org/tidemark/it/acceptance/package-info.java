/** The acceptance criteria of the mission, each by name. */
@NullMarked
package org.tidemark.it.acceptance;

import org.jspecify.annotations.NullMarked;
