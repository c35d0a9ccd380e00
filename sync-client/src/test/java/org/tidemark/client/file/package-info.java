/** Files on this device, and who may read them. */
@NullMarked
package org.tidemark.client.file;

import org.jspecify.annotations.NullMarked;
