/** Media: uploads, downloads, their doors and their life. */
@NullMarked
package org.tidemark.it.media;

import org.jspecify.annotations.NullMarked;
