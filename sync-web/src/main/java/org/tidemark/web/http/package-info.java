/** What every request has, whatever it asks: a correlation id and a caller. */
@NullMarked
package org.tidemark.web.http;

import org.jspecify.annotations.NullMarked;
