/** REST under /api/v1: what is not GraphQL. */
@NullMarked
package org.tidemark.web.rest;

import org.jspecify.annotations.NullMarked;
