/** What waits to be sent, and what was refused. */
@NullMarked
package org.tidemark.app.outbox;

import org.jspecify.annotations.NullMarked;
