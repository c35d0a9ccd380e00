package org.tidemark.web.graphql.engine;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.decide.Conflict;
import org.tidemark.core.decide.ConflictType;
import org.tidemark.core.decide.FieldConflict;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.JsonInput;
import org.tidemark.core.json.JsonNull;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.mutation.ErrorCategory;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.mutation.MutationDraft;
import org.tidemark.server.failure.Failures;
import org.tidemark.server.identity.Caller;
import org.tidemark.server.pull.boundary.Pull;
import org.tidemark.server.pull.boundary.PullAnswer;
import org.tidemark.server.pull.boundary.PullRequest;
import org.tidemark.server.push.boundary.Push;
import org.tidemark.server.push.boundary.PushAnswer;
import org.tidemark.server.push.boundary.PushRequest;
import org.tidemark.server.receipt.boundary.ConflictAnswer;
import org.tidemark.server.receipt.boundary.ErrorAnswer;
import org.tidemark.server.receipt.boundary.ItemAnswer;
import org.tidemark.server.record.boundary.RecordView;
import org.tidemark.server.record.boundary.Records;

/** Boundaries that answer from what they are asked; some client ids make them fail. */
final class EchoBoundaries {
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00.000Z");
  static final String REFUSED = "refused";
  static final String DENIED = "denied";
  static final String CRASHING = "crashing";
  static final String INCOMPLETE = "incomplete";

  private EchoBoundaries() {}

  private static void mayFail(String clientId) {
    switch (clientId) {
      case REFUSED -> throw Failures.clientIdTaken(clientId);
      case DENIED -> throw new EJBAccessException("denied to org.tidemark.Secret");
      case CRASHING -> throw new EJBException(new IllegalStateException("select secret from sql"));
      default -> {}
    }
  }

  /** A value that a defect has left out. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T missing() {
    return null;
  }

  static final class EchoPush extends Push {
    @Override
    public PushAnswer push(Caller caller, PushRequest request) {
      mayFail(request.clientId());
      List<ItemAnswer> items = new ArrayList<>();
      for (MutationDraft draft : request.mutations()) {
        items.add(answer(draft, caller));
      }
      return new PushAnswer(items, request.clientId().equals(INCOMPLETE) ? missing() : NOW);
    }

    private static ItemAnswer answer(MutationDraft draft, Caller caller) {
      if (!(draft.data() instanceof JsonInput.Valid valid)
          || !(valid.value() instanceof JsonObject object)) {
        return item(draft, SyncStatus.REJECTED, null, null, error(draft, caller));
      }
      Document data = Document.of(object);
      return "conflicting".equals(draft.entityType())
          ? item(draft, SyncStatus.CONFLICT, data, conflict(data), null)
          : item(draft, SyncStatus.APPLIED, data, null, null);
    }

    private static ItemAnswer item(
        MutationDraft draft,
        SyncStatus status,
        @Nullable Document data,
        @Nullable ConflictAnswer conflict,
        @Nullable ErrorAnswer error) {
      return new ItemAnswer(
          String.valueOf(draft.clientMutationId()),
          status,
          draft.space(),
          draft.entityType(),
          draft.id(),
          data == null ? null : 7,
          data == null ? null : NOW,
          data == null ? null : false,
          data,
          conflict,
          error);
    }

    private static ErrorAnswer error(MutationDraft draft, Caller caller) {
      return new ErrorAnswer(
          "INVALID_MUTATION",
          ErrorCategory.VALIDATION,
          false,
          null,
          "The mutation is not valid.",
          caller.correlationId(),
          List.of(new FieldProblem("/data", String.valueOf(draft.data()))));
    }

    private static ConflictAnswer conflict(Document client) {
      Conflict conflict =
          new Conflict(
              ConflictType.FIELD,
              Document.ofCanonical("{\"title\":\"Ä\"}"),
              client,
              null,
              7,
              null,
              NOW,
              NOW.minusMillis(1),
              NOW.plusMillis(1),
              List.of(
                  new FieldConflict(
                      "/title", null, new JsonString("Ä\n"), JsonNull.INSTANCE, null, false)),
              null,
              "Row 9: \"equal\" times");
      return new ConflictAnswer("c-1", conflict);
    }
  }

  static final class EchoPull extends Pull {
    @Override
    public PullAnswer pull(Caller caller, PullRequest request) {
      mayFail(request.clientId());
      List<PullAnswer.Change> changes = new ArrayList<>();
      for (int i = 0; i < (request.limit() == null ? 2 : request.limit()); i++) {
        Document data = i % 2 == 0 ? Document.ofCanonical("{\"n\":" + i + "}") : null;
        changes.add(
            new PullAnswer.Change("demo", "task", "task-" + i, i + 1, NOW, data == null, data));
      }
      return new PullAnswer(
          changes,
          List.of(
              new PullAnswer.ResolvedConflict(
                  "c-1", "demo", "task", "t", "SUPERSEDED", null, 3, "ben", NOW)),
          List.of(new PullAnswer.Grant("demo", "EDITOR")),
          request.cursor() + "/" + request.entityTypes(),
          request.cursor() != null,
          NOW);
    }
  }

  static final class EchoRecords extends Records {
    @Override
    public Optional<RecordView> get(
        Caller caller, @Nullable String space, String entityType, String id) {
      mayFail(id);
      return id.equals("none")
          ? Optional.empty()
          : Optional.of(
              new RecordView(
                  space == null ? "~" + caller.user() : space, entityType, id, 1, NOW, true, null));
    }
  }
}
