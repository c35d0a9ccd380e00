@NullMarked
package org.tidemark.console.policies;

import org.jspecify.annotations.NullMarked;
