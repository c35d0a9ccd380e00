/** The way to the server, with a switch. */
@NullMarked
package org.tidemark.app.network;

import org.jspecify.annotations.NullMarked;
