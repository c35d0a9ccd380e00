/** The GraphQL API: annotated operations, and the shapes that they take and give. */
@NullMarked
package org.tidemark.web.graphql;

import org.jspecify.annotations.NullMarked;
