/** JSON for people to read and write. */
@NullMarked
package org.tidemark.console.json;

import org.jspecify.annotations.NullMarked;
