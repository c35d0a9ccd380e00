/** The base that a mutation builds on. */
@NullMarked
package org.tidemark.core.chain;

import org.jspecify.annotations.NullMarked;
