/** Whole syncs of devices against a small server. */
@NullMarked
package org.tidemark.client.engine;

import org.jspecify.annotations.NullMarked;
