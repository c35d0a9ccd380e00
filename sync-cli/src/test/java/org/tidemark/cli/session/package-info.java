/** Whose data these are, and how they are found. */
@NullMarked
package org.tidemark.cli.session;

import org.jspecify.annotations.NullMarked;
