/** The decisions of the sync protocol: pure values and functions, without I/O, clock or threads. */
@NullMarked
package org.tidemark.core;

import org.jspecify.annotations.NullMarked;
