/** What the command line may know of the client. */
@NullMarked
package org.tidemark.cli.architecture;

import org.jspecify.annotations.NullMarked;
