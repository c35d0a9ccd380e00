/** Conflicts that wait for a person, and the decisions on them. */
@NullMarked
package org.tidemark.client.conflict;

import org.jspecify.annotations.NullMarked;
