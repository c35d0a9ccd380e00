/** The client library: edit offline, sync, settle conflicts, undo. */
@NullMarked
package org.tidemark.client;

import org.jspecify.annotations.NullMarked;
