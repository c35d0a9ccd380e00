/** How the client stands, and what a person sets. */
@NullMarked
package org.tidemark.app.status;

import org.jspecify.annotations.NullMarked;
