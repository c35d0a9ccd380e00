@NullMarked
package org.tidemark.web.rest.media;

import org.jspecify.annotations.NullMarked;
