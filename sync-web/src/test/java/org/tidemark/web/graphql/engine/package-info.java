/** Tests of how GraphQL requests are run. */
@NullMarked
package org.tidemark.web.graphql.engine;

import org.jspecify.annotations.NullMarked;
