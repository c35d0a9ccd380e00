/** What the client takes from its surroundings, so that a simulation can hand it in. */
@NullMarked
package org.tidemark.client.environment;

import org.jspecify.annotations.NullMarked;
