package org.tidemark.server.space.boundary;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is a member now.
 *
 * @param before the role that they had; null: they were no member
 * @param seen whether anybody has ever used this name
 */
public record Invited(MemberView member, @Nullable String before, boolean seen) {}
