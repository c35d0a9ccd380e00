/** The command line's jar as people run it. */
@NullMarked
package org.tidemark.it.cli;

import org.jspecify.annotations.NullMarked;
