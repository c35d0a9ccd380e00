package org.tidemark.console.review;

import java.io.Serializable;
import java.util.List;
import org.tidemark.console.difference.Piece;

/**
 * What one side has in a field, as a person sees it.
 *
 * @param absent the side does not have the field
 * @param same the side has what was before
 * @param suggested what would come of it by the rules, had a person not to decide
 * @param pieces what is shown, with the words marked that differ from before
 * @param whole all of it, where {@code pieces} are not; else ""
 */
public record Side(
    Choice choice,
    boolean absent,
    boolean same,
    boolean suggested,
    List<Piece> pieces,
    String whole)
    implements Serializable {}
