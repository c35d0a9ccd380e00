/** What happens in the client, told to listeners. */
@NullMarked
package org.tidemark.client.event;

import org.jspecify.annotations.NullMarked;
