/** Files on their way into records. */
@NullMarked
package org.tidemark.cli.upload;

import org.jspecify.annotations.NullMarked;
