package org.tidemark.client.undo;

/**
 * A snapshot as it is offered to a person.
 *
 * @param overOthers whether others wrote what took its place, and the record shows something else
 *     than the snapshot: bringing that back goes over their work too
 */
public record Offer(Snapshot snapshot, boolean overOthers) {}
