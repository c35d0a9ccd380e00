/** Files on their way to the server. */
@NullMarked
package org.tidemark.app.upload;

import org.jspecify.annotations.NullMarked;
