/** The server in memory, over the real decision core: the tables are maps, the rules the core's. */
@NullMarked
package org.tidemark.testkit.server;

import org.jspecify.annotations.NullMarked;
