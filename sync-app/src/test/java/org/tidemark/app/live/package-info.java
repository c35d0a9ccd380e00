/** What pages are told. */
@NullMarked
package org.tidemark.app.live;

import org.jspecify.annotations.NullMarked;
