/** The console in a real browser, over the EAR as it ships. */
@NullMarked
package org.tidemark.it.console;

import org.jspecify.annotations.NullMarked;
