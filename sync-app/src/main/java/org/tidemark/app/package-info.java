/** The client as a local web application. */
@NullMarked
package org.tidemark.app;

import org.jspecify.annotations.NullMarked;
