/** Reads and writes records and revisions by set. */
@NullMarked
package org.tidemark.server.record.control;

import org.jspecify.annotations.NullMarked;
