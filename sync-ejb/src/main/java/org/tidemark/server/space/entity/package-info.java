/** Spaces, memberships and clients as rows. */
@NullMarked
package org.tidemark.server.space.entity;

import org.jspecify.annotations.NullMarked;
