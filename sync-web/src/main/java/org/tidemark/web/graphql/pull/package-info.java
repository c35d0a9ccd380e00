/** Pull: the feed of changes. */
@NullMarked
package org.tidemark.web.graphql.pull;

import org.jspecify.annotations.NullMarked;
