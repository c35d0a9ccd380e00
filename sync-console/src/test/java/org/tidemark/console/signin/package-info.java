@NullMarked
package org.tidemark.console.signin;

import org.jspecify.annotations.NullMarked;
