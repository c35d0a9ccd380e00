/** Keeps, finds and closes conflicts. */
@NullMarked
package org.tidemark.server.conflict.control;

import org.jspecify.annotations.NullMarked;
