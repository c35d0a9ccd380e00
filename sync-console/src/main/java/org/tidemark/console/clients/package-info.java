/** The devices of all users. */
@NullMarked
package org.tidemark.console.clients;

import org.jspecify.annotations.NullMarked;
