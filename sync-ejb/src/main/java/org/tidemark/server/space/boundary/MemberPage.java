package org.tidemark.server.space.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of members, by name.
 *
 * @param next the place to go on from; null: this is the last page
 */
public record MemberPage(List<MemberLine> members, @Nullable String next) {
  public static final MemberPage EMPTY = new MemberPage(List.of(), null);

  public MemberPage {
    members = List.copyOf(members);
  }
}
