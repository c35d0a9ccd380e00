/** What the application may know of the client. */
@NullMarked
package org.tidemark.app.architecture;

import org.jspecify.annotations.NullMarked;
