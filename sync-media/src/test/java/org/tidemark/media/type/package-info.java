@NullMarked
package org.tidemark.media.type;

import org.jspecify.annotations.NullMarked;
