/** Push: mutations, and the answer to each of them. */
@NullMarked
package org.tidemark.web.graphql.sync;

import org.jspecify.annotations.NullMarked;
