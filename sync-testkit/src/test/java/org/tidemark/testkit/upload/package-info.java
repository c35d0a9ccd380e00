/** The client's upload queue against the model's media: whole paths, breaks and crashes. */
@NullMarked
package org.tidemark.testkit.upload;

import org.jspecify.annotations.NullMarked;
