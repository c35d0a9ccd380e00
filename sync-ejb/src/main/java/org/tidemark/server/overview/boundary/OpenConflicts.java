package org.tidemark.server.overview.boundary;

/**
 * How many conflicts wait, and how long they have.
 *
 * @param underADay less than 24 hours
 * @param underAWeek a day or longer, but less than seven
 * @param older seven days or longer
 */
public record OpenConflicts(int total, int underADay, int underAWeek, int older) {
  public static final OpenConflicts NONE = new OpenConflicts(0, 0, 0, 0);
}
