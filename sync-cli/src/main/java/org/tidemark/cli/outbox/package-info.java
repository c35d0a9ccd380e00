/** What waits to be sent, and reports for a support desk. */
@NullMarked
package org.tidemark.cli.outbox;

import org.jspecify.annotations.NullMarked;
