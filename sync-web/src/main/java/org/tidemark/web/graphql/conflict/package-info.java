/** Conflicts: listed and resolved. */
@NullMarked
package org.tidemark.web.graphql.conflict;

import org.jspecify.annotations.NullMarked;
