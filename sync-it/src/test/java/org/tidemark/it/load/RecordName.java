package org.tidemark.it.load;

/** What a record is called, within all spaces. */
public record RecordName(String space, String entityType, String id) {}
