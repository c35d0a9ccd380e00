/** Tests of what every request has. */
@NullMarked
package org.tidemark.web.http;

import org.jspecify.annotations.NullMarked;
