/** What people read: sentences from the bundles, values of JSON, times. */
@NullMarked
package org.tidemark.console.words;

import org.jspecify.annotations.NullMarked;
