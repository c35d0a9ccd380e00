/** What pages are told. */
@NullMarked
package org.tidemark.app.session;

import org.jspecify.annotations.NullMarked;
