/** Broken parts for worlds, each put in at a port: the checkers must find them. */
@NullMarked
package org.tidemark.testkit.planted;

import org.jspecify.annotations.NullMarked;
