/** Tests of what people read. */
@NullMarked
package org.tidemark.cli.print;

import org.jspecify.annotations.NullMarked;
