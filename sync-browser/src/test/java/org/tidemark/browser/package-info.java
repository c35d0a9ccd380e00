@NullMarked
package org.tidemark.browser;

import org.jspecify.annotations.NullMarked;
