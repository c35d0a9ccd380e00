/** Writes the audit trail. */
@NullMarked
package org.tidemark.server.audit.control;

import org.jspecify.annotations.NullMarked;
