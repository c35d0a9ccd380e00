/** The client library against the EAR as it ships: clashes, bad networks, crashes, lost rights. */
@NullMarked
package org.tidemark.it.client;

import org.jspecify.annotations.NullMarked;
