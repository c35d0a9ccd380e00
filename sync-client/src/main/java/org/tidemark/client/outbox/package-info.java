/** Edits that are not on the server yet, and what can be done about those that failed. */
@NullMarked
package org.tidemark.client.outbox;

import org.jspecify.annotations.NullMarked;
