/** Tests of the package of the same name. */
@NullMarked
package org.tidemark.client.transfer;

import org.jspecify.annotations.NullMarked;
