/** What needs a person, at a glance. */
@NullMarked
package org.tidemark.console.overview;

import org.jspecify.annotations.NullMarked;
