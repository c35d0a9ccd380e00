/** Failures in words for people, with what can be done about them. */
@NullMarked
package org.tidemark.client.problem;

import org.jspecify.annotations.NullMarked;
