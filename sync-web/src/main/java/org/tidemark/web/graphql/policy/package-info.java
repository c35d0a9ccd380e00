/** Merge policies: read by all, changed by administrators. */
@NullMarked
package org.tidemark.web.graphql.policy;

import org.jspecify.annotations.NullMarked;
