/** The command line: one class a command, over the client library. */
@NullMarked
package org.tidemark.cli;

import org.jspecify.annotations.NullMarked;
