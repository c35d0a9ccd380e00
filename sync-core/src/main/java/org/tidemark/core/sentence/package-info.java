/** What the core says in words, as a name and parts, so that it can be said in any language. */
@NullMarked
package org.tidemark.core.sentence;

import org.jspecify.annotations.NullMarked;
