/** The architecture of the client, as rules. */
@NullMarked
package org.tidemark.client.architecture;

import org.jspecify.annotations.NullMarked;
