/** The answer to one mutation, as given to the caller and kept for repeats, and its upkeep. */
@NullMarked
package org.tidemark.server.receipt.boundary;

import org.jspecify.annotations.NullMarked;
