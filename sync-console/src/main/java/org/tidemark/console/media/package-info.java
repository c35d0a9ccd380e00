/** Uploads and media of all spaces. */
@NullMarked
package org.tidemark.console.media;

import org.jspecify.annotations.NullMarked;
