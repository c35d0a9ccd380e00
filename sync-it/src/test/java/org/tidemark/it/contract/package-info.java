/** The contract over HTTP, one part of it a class. */
@NullMarked
package org.tidemark.it.contract;

import org.jspecify.annotations.NullMarked;
