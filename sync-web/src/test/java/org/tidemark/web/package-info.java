/** Tests of the WAR as a whole. */
@NullMarked
package org.tidemark.web;

import org.jspecify.annotations.NullMarked;
