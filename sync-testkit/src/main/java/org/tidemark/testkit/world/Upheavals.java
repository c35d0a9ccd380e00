package org.tidemark.testkit.world;

import java.util.List;

/**
 * What is done to a world from outside.
 *
 * @param policies steps in percent in which an administrator changes a merge policy
 * @param filters steps in percent in which a device is told to pull other types
 * @param trimmed whether the server's history is short
 * @param narrow whether the server takes small batches only
 * @param takenName whether the first device's client id is somebody else's
 * @param restored whether the server is once restored from a backup
 */
record Upheavals(
    int policies,
    int filters,
    boolean trimmed,
    boolean narrow,
    boolean takenName,
    boolean restored) {

  static Upheavals of(Dice dice) {
    return new Upheavals(
        dice.pick(List.of(0, 0, 2)),
        dice.pick(List.of(0, 0, 0, 1)),
        dice.chance(10),
        dice.chance(10),
        dice.chance(10),
        dice.chance(10));
  }
}
