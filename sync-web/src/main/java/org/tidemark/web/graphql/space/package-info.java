/** Spaces and their members. */
@NullMarked
package org.tidemark.web.graphql.space;

import org.jspecify.annotations.NullMarked;
