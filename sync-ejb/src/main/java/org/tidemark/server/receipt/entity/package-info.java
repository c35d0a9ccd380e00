/** The receipt as a row. */
@NullMarked
package org.tidemark.server.receipt.entity;

import org.jspecify.annotations.NullMarked;
