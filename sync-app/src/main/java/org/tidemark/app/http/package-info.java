/** Requests and answers over HTTP, within bounds. */
@NullMarked
package org.tidemark.app.http;

import org.jspecify.annotations.NullMarked;
