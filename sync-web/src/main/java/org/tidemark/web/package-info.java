/** The API over HTTP. */
@NullMarked
package org.tidemark.web;

import org.jspecify.annotations.NullMarked;
