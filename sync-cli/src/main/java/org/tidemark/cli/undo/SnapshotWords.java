package org.tidemark.cli.undo;

import org.tidemark.client.replica.SnapshotReason;

/** Why a snapshot was taken, in words. */
final class SnapshotWords {

  private SnapshotWords() {}

  static String of(SnapshotReason reason) {
    return switch (reason) {
      case SERVER_WINS -> "before a newer state of the server";
      case MERGED -> "before it was merged";
      case RESOLVED -> "your side, before a conflict was decided";
      case RESOLVED_SERVER_SIDE -> "the server's side, before a conflict was decided";
      case RESOLVED_ELSEWHERE -> "before a decision made elsewhere";
      case DELETED -> "before it was deleted";
      case EDITED_OVER -> "before it was saved from an older view";
      case DISMISSED -> "before an edit was given up";
      case RESTORED -> "before an undo";
      case SPACE_LOST -> "before its space was lost";
    };
  }
}
