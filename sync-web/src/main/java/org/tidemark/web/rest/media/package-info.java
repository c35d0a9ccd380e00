/** Uploads and downloads of media over HTTP. */
@NullMarked
package org.tidemark.web.rest.media;

import org.jspecify.annotations.NullMarked;
