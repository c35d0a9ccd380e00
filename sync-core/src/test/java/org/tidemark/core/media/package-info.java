@NullMarked
package org.tidemark.core.media;

import org.jspecify.annotations.NullMarked;
