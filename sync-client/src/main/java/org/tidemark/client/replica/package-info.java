/** What this device knows of a record, and the decisions on it: pure values and functions. */
@NullMarked
package org.tidemark.client.replica;

import org.jspecify.annotations.NullMarked;
