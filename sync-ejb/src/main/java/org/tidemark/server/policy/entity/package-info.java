/** The merge policy as a row. */
@NullMarked
package org.tidemark.server.policy.entity;

import org.jspecify.annotations.NullMarked;
