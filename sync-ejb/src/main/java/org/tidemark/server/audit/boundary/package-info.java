/** The audit trail for those who look on: in pages, and whole as an export. */
@NullMarked
package org.tidemark.server.audit.boundary;

import org.jspecify.annotations.NullMarked;
