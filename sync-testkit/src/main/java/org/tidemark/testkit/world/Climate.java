package org.tidemark.testkit.world;

import java.util.List;

/**
 * How bad a world is, in percent of requests, writes and steps.
 *
 * @param faults requests that something happens to
 * @param strain batches of which the server can't do all
 * @param meanwhile requests during which people go on
 * @param crashes steps that arm a power cut
 * @param fullDisks steps after which a device has no room for a while
 * @param absences steps in which much time passes
 * @param equalTimes steps in which none passes, so that edits meet at one instant
 * @param returning whether everybody gets their spaces back in the end
 */
record Climate(
    int faults,
    int strain,
    int meanwhile,
    int crashes,
    int fullDisks,
    int absences,
    int equalTimes,
    int memberships,
    int clocks,
    boolean returning) {

  static Climate of(Dice dice) {
    return new Climate(
        dice.pick(List.of(0, 10, 30, 60)),
        dice.pick(List.of(0, 0, 5, 20)),
        dice.pick(List.of(0, 5, 15)),
        dice.pick(List.of(0, 2, 5)),
        dice.pick(List.of(0, 0, 1)),
        dice.pick(List.of(0, 0, 1, 3)),
        dice.pick(List.of(20, 50)),
        dice.pick(List.of(0, 1, 4)),
        dice.pick(List.of(0, 1, 3)),
        dice.chance(80));
  }
}
