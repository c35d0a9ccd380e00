@NullMarked
package org.tidemark.media.store;

import org.jspecify.annotations.NullMarked;
