/** What a client asks for, checked, and the ways it can be refused. */
@NullMarked
package org.tidemark.core.mutation;

import org.jspecify.annotations.NullMarked;
