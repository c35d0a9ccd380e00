/** Files on this device. */
@NullMarked
package org.tidemark.client.file;

import org.jspecify.annotations.NullMarked;
