/** One record and its history. */
@NullMarked
package org.tidemark.web.graphql.record;

import org.jspecify.annotations.NullMarked;
