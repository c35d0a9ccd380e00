/** Everything that a client can be told, checked at once. */
@NullMarked
package org.tidemark.client.settings;

import org.jspecify.annotations.NullMarked;
