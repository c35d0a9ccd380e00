/** Tests of the package of the same name. */
@NullMarked
package org.tidemark.client.upload;

import org.jspecify.annotations.NullMarked;
