/** What stands in the addresses of pages: filters and places, so that a link can be shared. */
@NullMarked
package org.tidemark.console.address;

import org.jspecify.annotations.NullMarked;
