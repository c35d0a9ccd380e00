/** Three-way comparison and merge of two objects. */
@NullMarked
package org.tidemark.core.merge;

import org.jspecify.annotations.NullMarked;
