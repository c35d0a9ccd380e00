package org.tidemark.core.detect;

import org.jspecify.annotations.Nullable;

/**
 * Conflict detection written down a second time, from the mission's text alone: server newer, local
 * newer, equal time with other data, other version.
 */
final class MissionOracle {

  /** What the mission's function works on. */
  record Copy(long updatedAt, @Nullable Integer version, String data) {}

  enum Answer {
    SERVER_WINS,
    LOCAL_WINS,
    CONFLICT_OF_TIMESTAMP,
    CONFLICT_OF_VERSION,
    NO_CONFLICT
  }

  private MissionOracle() {}

  static Answer detectConflict(Copy localRecord, Copy serverRecord) {
    if (serverRecord.updatedAt > localRecord.updatedAt) {
      return Answer.SERVER_WINS;
    }
    if (localRecord.updatedAt > serverRecord.updatedAt) {
      return Answer.LOCAL_WINS;
    }
    if (!localRecord.data.equals(serverRecord.data)) {
      return Answer.CONFLICT_OF_TIMESTAMP;
    }
    int localVersion = localRecord.version == null ? -1 : localRecord.version;
    int serverVersion = serverRecord.version == null ? -1 : serverRecord.version;
    return localVersion != serverVersion ? Answer.CONFLICT_OF_VERSION : Answer.NO_CONFLICT;
  }
}
