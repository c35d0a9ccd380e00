/** Every setting of the server: key, default and bounds. */
@NullMarked
package org.tidemark.server.settings;

import org.jspecify.annotations.NullMarked;
