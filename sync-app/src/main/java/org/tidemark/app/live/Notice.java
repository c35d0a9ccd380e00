package org.tidemark.app.live;

import org.jspecify.annotations.Nullable;
import org.tidemark.app.http.Members;
import org.tidemark.app.value.Shown;
import org.tidemark.client.SyncClient;
import org.tidemark.client.event.ClientEvent;
import org.tidemark.client.problem.Problem;
import org.tidemark.client.replica.SnapshotReason;
import org.tidemark.client.transfer.UploadState;
import org.tidemark.client.undo.Snapshot;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.record.RecordKey;

/** What a person should hear of without having asked. */
final class Notice {

  private Notice() {}

  static boolean isOne(ClientEvent event) {
    if (event instanceof ClientEvent.Overridden overridden) {
      // What this person did themselves is told where they did it.
      return switch (overridden.reason()) {
        case SERVER_WINS, MERGED, RESOLVED_ELSEWHERE, EDITED_OVER, SPACE_LOST -> true;
        case RESOLVED, RESOLVED_SERVER_SIDE, DELETED, DISMISSED, RESTORED -> false;
      };
    }
    if (event instanceof ClientEvent.UploadChanged changed) {
      return changed.state() == UploadState.DONE
          || changed.state() == UploadState.PARKED
          || changed.state() == UploadState.REFUSED;
    }
    return event instanceof ClientEvent.ConflictOpened
        || event instanceof ClientEvent.Parked
        || event instanceof ClientEvent.SpaceGained
        || event instanceof ClientEvent.SpaceLost;
  }

  /** {@code {what, …}}, with the names and sentences that go with it. */
  static JsonObject json(ClientEvent event, SyncClient client) {
    if (event instanceof ClientEvent.ConflictOpened opened) {
      return of("CONFLICT", opened.key(), client)
          .text("conflict", opened.conflictId())
          .text(
              "title",
              client
                  .conflicts()
                  .find(opened.conflictId())
                  .map(view -> Shown.title(view.conflict()))
                  .orElse(null))
          .build();
    }
    if (event instanceof ClientEvent.Overridden overridden) {
      return of("OVERRIDDEN", overridden.key(), client)
          .text("reason", overridden.reason())
          .number("snapshot", snapshot(overridden, client))
          .build();
    }
    if (event instanceof ClientEvent.Parked parked) {
      return of("PARKED", parked.key(), client)
          .text("mutation", parked.mutationId())
          .text("sentence", parked.problem().sentence())
          .build();
    }
    if (event instanceof ClientEvent.UploadChanged changed) {
      Problem problem = changed.problem();
      return of("UPLOAD", changed.key(), client)
          .text("upload", changed.uploadId())
          .text("state", changed.state())
          .text(
              "file",
              client.uploads().find(changed.uploadId()).map(u -> u.file().name()).orElse(null))
          .text("sentence", problem == null ? null : problem.sentence())
          .build();
    }
    if (event instanceof ClientEvent.SpaceGained gained) {
      return new Members().text("what", "SPACE_GAINED").text("space", gained.space()).build();
    }
    return new Members()
        .text("what", "SPACE_LOST")
        .text("space", event instanceof ClientEvent.SpaceLost lost ? lost.space() : null)
        .build();
  }

  private static @Nullable Long snapshot(ClientEvent.Overridden event, SyncClient client) {
    return event.reason() == SnapshotReason.SPACE_LOST
        ? null
        : client.undo().list(event.key()).stream()
            .filter(each -> each.reason() == event.reason())
            .map(Snapshot::id)
            .findFirst()
            .orElse(null);
  }

  private static Members of(String what, RecordKey key, SyncClient client) {
    return Members.of(key)
        .text("what", what)
        .text(
            "title",
            client
                .collection(key.space(), key.type())
                .get(key.id().value())
                .map(view -> Shown.title(view.shown().json()))
                .orElse(null));
  }
}
