/** The audit trail as rows. */
@NullMarked
package org.tidemark.server.audit.entity;

import org.jspecify.annotations.NullMarked;
