package org.tidemark.core.record;

/** The full name of a record; the order of keys is the order in which records are locked. */
public record RecordKey(SpaceId space, EntityType type, RecordId id)
    implements Comparable<RecordKey> {

  @Override
  public int compareTo(RecordKey other) {
    int bySpace = space.compareTo(other.space);
    if (bySpace != 0) {
      return bySpace;
    }
    int byType = type.compareTo(other.type);
    return byType != 0 ? byType : id.compareTo(other.id);
  }
}
