/** Tests of the GraphQL API. */
@NullMarked
package org.tidemark.web.graphql;

import org.jspecify.annotations.NullMarked;
