/** What people see instead of a page that is not there, not for them, or failed. */
@NullMarked
package org.tidemark.console.trouble;

import org.jspecify.annotations.NullMarked;
