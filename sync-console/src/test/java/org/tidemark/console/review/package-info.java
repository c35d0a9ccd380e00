@NullMarked
package org.tidemark.console.review;

import org.jspecify.annotations.NullMarked;
