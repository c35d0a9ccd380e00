/** The conflict as a row. */
@NullMarked
package org.tidemark.server.conflict.entity;

import org.jspecify.annotations.NullMarked;
