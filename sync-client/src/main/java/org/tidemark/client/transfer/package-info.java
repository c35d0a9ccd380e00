/** The decisions of the upload queue: parts, resumption, failures, attaching. Pure. */
@NullMarked
package org.tidemark.client.transfer;

import org.jspecify.annotations.NullMarked;
