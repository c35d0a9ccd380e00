package org.tidemark.web.graphql.pull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.tidemark.server.pull.boundary.PullAnswer;
import org.tidemark.web.graphql.record.RecordState;

/** A page of the feed. */
@Type("PullResult")
public record PullResult(
    @NonNull List<@NonNull RecordState> changes,
    @NonNull List<@NonNull ResolvedConflict> resolvedConflicts,
    @Description("What the caller may see now; a space that is missing here was lost.") @NonNull
        List<@NonNull SpaceGrant> spaces,
    @NonNull String cursor,
    @NonNull Boolean hasMore,
    @NonNull Instant serverTime) {
  static PullResult of(PullAnswer answer) {
    List<RecordState> changes = new ArrayList<>(answer.changes().size());
    answer.changes().forEach(change -> changes.add(RecordState.of(change)));
    return new PullResult(
        changes,
        answer.resolvedConflicts().stream().map(ResolvedConflict::of).toList(),
        answer.spaces().stream().map(SpaceGrant::of).toList(),
        answer.cursor(),
        answer.hasMore(),
        answer.serverTime());
  }
}
