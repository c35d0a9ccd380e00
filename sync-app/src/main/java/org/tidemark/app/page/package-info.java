/** The pages themselves. */
@NullMarked
package org.tidemark.app.page;

import org.jspecify.annotations.NullMarked;
