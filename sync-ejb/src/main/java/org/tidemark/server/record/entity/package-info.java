/** Records and revisions as rows. */
@NullMarked
package org.tidemark.server.record.entity;

import org.jspecify.annotations.NullMarked;
