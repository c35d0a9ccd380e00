/** Reading one record and its history. */
@NullMarked
package org.tidemark.server.record.boundary;

import org.jspecify.annotations.NullMarked;
