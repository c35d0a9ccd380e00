/** The server of the page. */
@NullMarked
package org.tidemark.app.http;

import org.jspecify.annotations.NullMarked;
