/** Records as the application sees and edits them. */
@NullMarked
package org.tidemark.client.record;

import org.jspecify.annotations.NullMarked;
