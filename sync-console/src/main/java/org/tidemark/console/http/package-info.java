/** Headers of every answer. */
@NullMarked
package org.tidemark.console.http;

import org.jspecify.annotations.NullMarked;
