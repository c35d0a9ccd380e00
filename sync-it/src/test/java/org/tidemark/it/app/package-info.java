/** The application's jar as people run it, in a real browser, over the EAR as it ships. */
@NullMarked
package org.tidemark.it.app;

import org.jspecify.annotations.NullMarked;
