package org.tidemark.web.graphql.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonInput;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.mutation.MutationDraft;
import org.tidemark.server.conflict.boundary.Conflicts;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.identity.Role;
import org.tidemark.server.policy.boundary.Policies;
import org.tidemark.server.pull.boundary.Pull;
import org.tidemark.server.push.boundary.Push;
import org.tidemark.server.push.boundary.PushAnswer;
import org.tidemark.server.push.boundary.PushRequest;
import org.tidemark.server.receipt.boundary.ErrorAnswer;
import org.tidemark.server.receipt.boundary.ItemAnswer;
import org.tidemark.server.record.boundary.Records;
import org.tidemark.server.space.boundary.Spaces;
import org.tidemark.web.graphql.CurrentCaller;
import org.tidemark.web.graphql.conflict.ConflictApi;
import org.tidemark.web.graphql.policy.PolicyApi;
import org.tidemark.web.graphql.pull.PullApi;
import org.tidemark.web.graphql.record.RecordApi;
import org.tidemark.web.graphql.space.SpaceApi;
import org.tidemark.web.graphql.sync.SyncApi;

/** The API over boundaries that need no server: a push that echoes, a feed of fixed records. */
final class TestApi {
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00.000Z");
  static final Caller ANA = new Caller("ana", Set.of(Role.USER), "corr-1");

  private TestApi() {}

  static GraphQLEngine engine() {
    return engine(ApiLimits.DEFAULT);
  }

  static GraphQLEngine engine(ApiLimits limits) {
    CurrentCaller caller = new CurrentCaller();
    Function<Class<?>, Object> beans =
        type -> {
          if (type == SyncApi.class) {
            return new SyncApi(caller, new EchoPush());
          } else if (type == PullApi.class) {
            return new PullApi(caller, new Pull());
          } else if (type == RecordApi.class) {
            return new RecordApi(caller, new Records());
          } else if (type == ConflictApi.class) {
            return new ConflictApi(caller, new Conflicts());
          } else if (type == PolicyApi.class) {
            return new PolicyApi(caller, new Policies());
          } else if (type == SpaceApi.class) {
            return new SpaceApi(caller, new Spaces());
          }
          throw new IllegalArgumentException("no bean of " + type);
        };
    return GraphQLEngine.create(TestApi.class.getClassLoader(), beans, limits, caller);
  }

  private static final class EchoPush extends Push {
    @Override
    public PushAnswer push(Caller caller, PushRequest request) {
      List<ItemAnswer> items = new ArrayList<>();
      for (MutationDraft draft : request.mutations()) {
        items.add(answer(draft, caller));
      }
      return new PushAnswer(items, NOW);
    }

    private static ItemAnswer answer(MutationDraft draft, Caller caller) {
      String id = String.valueOf(draft.clientMutationId());
      if (draft.data() instanceof JsonInput.Valid valid
          && valid.value() instanceof JsonObject object) {
        return new ItemAnswer(
            id,
            SyncStatus.APPLIED,
            draft.space(),
            draft.entityType(),
            draft.id(),
            1,
            NOW,
            false,
            Document.of(object),
            null,
            null);
      }
      ErrorAnswer error =
          new ErrorAnswer(
              "INVALID_MUTATION",
              ErrorCategory.VALIDATION,
              false,
              null,
              "The data is not an object.",
              caller.correlationId(),
              List.of(new FieldProblem("/data", String.valueOf(draft.data()))));
      return new ItemAnswer(
          id,
          SyncStatus.REJECTED,
          draft.space(),
          draft.entityType(),
          draft.id(),
          null,
          null,
          null,
          null,
          null,
          error);
    }
  }
}
