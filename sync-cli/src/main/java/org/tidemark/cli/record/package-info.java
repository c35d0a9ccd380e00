/** Records: list, get, put, delete. */
@NullMarked
package org.tidemark.cli.record;

import org.jspecify.annotations.NullMarked;
