/** The sync, once or going on, and how things stand. */
@NullMarked
package org.tidemark.cli.sync;

import org.jspecify.annotations.NullMarked;
