@NullMarked
package org.tidemark.media.sign;

import org.jspecify.annotations.NullMarked;
