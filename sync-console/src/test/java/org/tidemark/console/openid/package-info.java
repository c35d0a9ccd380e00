@NullMarked
package org.tidemark.console.openid;

import org.jspecify.annotations.NullMarked;
