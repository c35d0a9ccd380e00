/** Tests of what the page of a bulk job shows. */
@NullMarked
package org.tidemark.console.bulk;

import org.jspecify.annotations.NullMarked;
