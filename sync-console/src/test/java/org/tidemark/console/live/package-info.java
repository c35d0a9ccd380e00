@NullMarked
package org.tidemark.console.live;

import org.jspecify.annotations.NullMarked;
