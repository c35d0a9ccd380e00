package org.tidemark.web.graphql.record;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;
import org.tidemark.server.record.boundary.Records;
import org.tidemark.web.graphql.CurrentCaller;

/** Gives one record and its history. */
@GraphQLApi
@Dependent
public class RecordApi {
  private final CurrentCaller caller;
  private final Records records;

  @Inject
  public RecordApi(CurrentCaller caller, Records records) {
    this.caller = caller;
    this.records = records;
  }

  @Query
  @Description("A record as it is now; null where there never was one.")
  public @Nullable RecordState record(
      @Name("space") @Nullable String space,
      @Name("entityType") @NonNull String entityType,
      @Name("id") @NonNull String id) {
    return records.get(caller.get(), space, entityType, id).map(RecordState::of).orElse(null);
  }

  @Query
  @Description(
      "Past and present states of a record, newest first; fewer than asked for where they are large.")
  public @NonNull List<@NonNull Revision> revisions(
      @Name("space") @Nullable String space,
      @Name("entityType") @NonNull String entityType,
      @Name("id") @NonNull String id,
      @Name("limit") @Nullable Integer limit,
      @Name("after") @Description("The place of the last one that you have.")
          @Nullable String after) {
    return records.revisions(caller.get(), space, entityType, id, limit, after).stream()
        .map(Revision::of)
        .toList();
  }
}
