/** Applies a space's part of a batch: reads by set, asks the core, writes by set. */
@NullMarked
package org.tidemark.server.push.control;

import org.jspecify.annotations.NullMarked;
