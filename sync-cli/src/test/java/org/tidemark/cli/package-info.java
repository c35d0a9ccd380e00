/** The command line over the real client and a server in memory. */
@NullMarked
package org.tidemark.cli;

import org.jspecify.annotations.NullMarked;
