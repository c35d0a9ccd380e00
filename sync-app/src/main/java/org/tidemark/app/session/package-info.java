/** Whose data are opened, and the token they sign in with. */
@NullMarked
package org.tidemark.app.session;

import org.jspecify.annotations.NullMarked;
