package org.tidemark.it.load;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.core.json.JsonObject;

/** What one client knows of a record: the newest server state it received, its edits on top. */
final class KnownRecord {

  private final RecordName name;
  private @Nullable Answer server;
  private @Nullable Integer baseVersion;
  private @Nullable JsonObject local;
  private @Nullable String last;
  private int unanswered;

  KnownRecord(RecordName name) {
    this.name = name;
  }

  @Nullable JsonObject local() {
    return local;
  }

  boolean isSettled() {
    return unanswered == 0;
  }

  /** One more edit; it builds on the one before, as long as that has no answer. */
  Edit edit(@Nullable String data, Instant at, long number, int amount) {
    var mutationId = "m" + number;
    var edit = new Edit(mutationId, name, data, baseVersion, last, at, number, amount);
    last = mutationId;
    local = data == null ? null : Answer.parse(data);
    unanswered++;
    return edit;
  }

  void learn(Answer answer) {
    var version = answer.version();
    if (version != null && (server == null || version >= newest(server))) {
      server = answer;
    }
    unanswered--;
    if (unanswered == 0) {
      last = null;
      baseVersion = server == null ? null : server.version();
      local = server == null ? null : server.data();
    }
  }

  private static int newest(Answer answer) {
    var version = answer.version();
    return version == null ? 0 : version;
  }
}
