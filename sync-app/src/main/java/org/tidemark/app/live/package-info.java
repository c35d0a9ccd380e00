/** What happens, told to open pages. */
@NullMarked
package org.tidemark.app.live;

import org.jspecify.annotations.NullMarked;
