package org.tidemark.testkit.world;

import java.util.List;

/**
 * How bad a world is, in percent of requests, writes and steps.
 *
 * @param faults requests that something happens to
 * @param crashes steps that arm a power cut
 * @param absences steps in which much time passes
 * @param equalTimes steps in which none passes, so that edits meet at one instant
 * @param trimmed whether the server's history is short
 * @param returning whether everybody gets their spaces back in the end
 */
record Climate(
    int faults,
    int crashes,
    int absences,
    int equalTimes,
    int memberships,
    int clocks,
    boolean trimmed,
    boolean returning) {

  static Climate of(Dice dice) {
    return new Climate(
        dice.pick(List.of(0, 10, 30, 60)),
        dice.pick(List.of(0, 2, 5)),
        dice.pick(List.of(0, 0, 1, 3)),
        dice.pick(List.of(20, 50)),
        dice.pick(List.of(0, 1, 4)),
        dice.pick(List.of(0, 1, 3)),
        dice.chance(10),
        dice.chance(80));
  }
}
