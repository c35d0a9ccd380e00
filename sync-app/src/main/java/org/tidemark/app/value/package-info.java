/** JSON values as people see and type them. */
@NullMarked
package org.tidemark.app.value;

import org.jspecify.annotations.NullMarked;
