/** The sync: pull, apply, push, mark; by hand or in the background. */
@NullMarked
package org.tidemark.client.engine;

import org.jspecify.annotations.NullMarked;
