/** Tests of the audit trail's files. */
@NullMarked
package org.tidemark.console.audit;

import org.jspecify.annotations.NullMarked;
