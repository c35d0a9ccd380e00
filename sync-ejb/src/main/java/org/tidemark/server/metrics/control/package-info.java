/** What an operator reads on the management port. */
@NullMarked
package org.tidemark.server.metrics.control;

import org.jspecify.annotations.NullMarked;
