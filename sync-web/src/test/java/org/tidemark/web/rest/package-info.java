/** Tests of the REST part. */
@NullMarked
package org.tidemark.web.rest;

import org.jspecify.annotations.NullMarked;
