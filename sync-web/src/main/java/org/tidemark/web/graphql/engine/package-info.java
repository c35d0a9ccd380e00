/**
 * Runs GraphQL requests: reads them strictly, within limits, and writes answers without detours.
 */
@NullMarked
package org.tidemark.web.graphql.engine;

import org.jspecify.annotations.NullMarked;
