/** Rows of uploads and media. */
@NullMarked
package org.tidemark.server.media.entity;

import org.jspecify.annotations.NullMarked;
