@NullMarked
package org.tidemark.console.json;

import org.jspecify.annotations.NullMarked;
