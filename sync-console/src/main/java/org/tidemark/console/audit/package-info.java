/** The audit trail: in pages that can be filtered, and as a file. */
@NullMarked
package org.tidemark.console.audit;

import org.jspecify.annotations.NullMarked;
