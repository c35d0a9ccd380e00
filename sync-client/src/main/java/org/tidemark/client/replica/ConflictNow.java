package org.tidemark.client.replica;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.BaseState;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.FieldConflict;
import org.tidemark.core.decide.PolicyTrial;
import org.tidemark.core.decide.Verdict;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.merge.FieldOutcome;
import org.tidemark.core.merge.MergeResult;
import org.tidemark.core.merge.RuleBook;
import org.tidemark.core.merge.ThreeWayMerge;
import org.tidemark.core.policy.Granularity;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.MergeStrategy;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.record.FieldTimes;

/** A conflict with both sides as they have become since the server described it. */
public final class ConflictNow {

  private ConflictNow() {}

  public static Conflict of(Conflict told, Replica replica, MergePolicy policy) {
    ServerState newer = newer(told, replica.server());
    LocalChain chain = replica.chain();
    boolean edited = chain != null && !Objects.equals(chain.data(), told.clientData());
    if (newer == null && !edited) {
      return told;
    }
    Document local = chain == null ? told.clientData() : chain.data();
    Instant localAt = chain == null ? told.clientUpdatedAt() : chain.editedAt();
    Instant toldAt = told.serverUpdatedAt();
    Integer version = newer == null ? told.serverVersion() : Integer.valueOf(newer.version());
    Sides sides =
        newer == null
            ? new Sides(told, local, localAt, told.serverData(), toldAt == null ? localAt : toldAt)
            : new Sides(told, local, localAt, newer.data(), newer.updatedAt());
    return sides.describe(version, policy);
  }

  private static @Nullable ServerState newer(Conflict told, @Nullable ServerState server) {
    Integer version = told.serverVersion();
    return server != null && (version == null || server.version() > version) ? server : null;
  }

  private record Sides(
      Conflict told,
      @Nullable Document local,
      Instant localAt,
      @Nullable Document server,
      Instant serverAt) {

    Conflict describe(@Nullable Integer serverVersion, MergePolicy policy) {
      Conflict shape = local != null && server != null ? merged(local, server, policy) : gone();
      return new Conflict(
          told.type(),
          server,
          local,
          told.baseData(),
          serverVersion,
          told.localVersion(),
          serverAt,
          localAt,
          localAt,
          shape.fields(),
          shape.suggested(),
          told.explanation());
    }

    private Conflict merged(Document here, Document there, MergePolicy policy) {
      Document base = told.baseData();
      MergeResult merge =
          ThreeWayMerge.merge(
              base == null ? JsonObject.EMPTY : base.json(),
              there.json(),
              here.json(),
              FieldTimes.uniform(serverAt),
              FieldTimes.uniform(localAt),
              null,
              RuleBook.of(policy));
      List<FieldConflict> fields = new ArrayList<>();
      for (FieldOutcome field : merge.fields()) {
        fields.add(
            new FieldConflict(
                field.path(),
                field.base(),
                field.server(),
                field.client(),
                field.merged(),
                field.settled()));
      }
      return shape(fields, Document.of(merge.merged()));
    }

    /** One side is deleted: the core describes that whatever the policy says. */
    private Conflict gone() {
      MergePolicy manual =
          MergePolicy.of(new EntityType("any"), MergeStrategy.MANUAL, Granularity.RECORD);
      Document base = told.baseData();
      Verdict verdict =
          PolicyTrial.decide(
              manual,
              base == null ? BaseState.ABSENT : new BaseState.Known(base),
              server == null ? null : server.json(),
              local == null ? null : local.json(),
              serverAt,
              localAt);
      return verdict instanceof Verdict.Conflicted conflicted
          ? conflicted.conflict()
          : shape(List.of(), server);
    }

    private Conflict shape(List<FieldConflict> fields, @Nullable Document suggested) {
      return new Conflict(
          told.type(),
          server,
          local,
          told.baseData(),
          told.serverVersion(),
          told.localVersion(),
          serverAt,
          localAt,
          localAt,
          fields,
          suggested,
          told.explanation());
    }
  }
}
