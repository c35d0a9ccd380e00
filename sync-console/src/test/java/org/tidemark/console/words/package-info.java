@NullMarked
package org.tidemark.console.words;

import org.jspecify.annotations.NullMarked;
