package org.tidemark.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transport.ConflictAnswer;
import org.tidemark.client.transport.ItemAnswer;
import org.tidemark.core.chain.SyncStatus;
import org.tidemark.core.resolve.Resolution;
import org.tidemark.testkit.server.Role;

/** Devices that push, repeat, pull and settle at random: what no list of cases would think of. */
final class RandomPlay {
  private static final int STEPS = 60;
  private static final List<String> TYPES =
      List.of("profile", "task", "comment_thread", "counter", "invoice", "note");

  private final Play play;
  private final SplittableRandom random;
  private final List<PlayDevice> devices = new ArrayList<>();
  private final List<List<Edit>> sent = new ArrayList<>();
  private final List<Open> conflicts = new ArrayList<>();

  private record Open(int device, String id, int version) {}

  RandomPlay(Play play, long seed) {
    this.play = play;
    this.random = new SplittableRandom(seed);
    for (String user : List.of("ana", "ben", "ana")) {
      devices.add(play.device(user));
      sent.add(new ArrayList<>());
    }
  }

  void run() {
    for (int step = 0; step < STEPS; step++) {
      int device = random.nextInt(devices.size());
      switch (random.nextInt(10)) {
        case 0, 1, 2, 3 -> push(device, List.of(edit(device)));
        case 4 -> push(device, List.of(edit(device), edit(device), edit(device)));
        case 5 -> repeat(device);
        case 6, 7 -> devices.get(device).pull(1 + random.nextInt(4));
        case 8 -> settle();
        default -> changeMembers();
      }
    }
    devices.forEach(PlayDevice::pullAll);
  }

  private Edit edit(int device) {
    String type = TYPES.get(random.nextInt(TYPES.size()));
    String id = "r" + random.nextInt(2);
    Edit edit = random.nextInt(8) == 0 ? play.delete(type, id) : play.put(type, id, data());
    Integer version = random.nextInt(4) == 0 ? null : 1 + random.nextInt(5);
    return edit.on(version).after(previous(device)).at(random.nextInt(30));
  }

  private @Nullable Edit previous(int device) {
    List<Edit> earlier = sent.get(device);
    return earlier.isEmpty() || random.nextBoolean()
        ? null
        : earlier.get(random.nextInt(earlier.size()));
  }

  private String data() {
    return "{\"count\":%d,\"votes\":%d,\"title\":\"%d\",\"comments\":[%d,{\"id\":\"x\",\"v\":%d}],\"tags\":[%d,%d]}"
        .formatted(
            random.nextInt(9),
            random.nextInt(9),
            random.nextInt(2),
            random.nextInt(3),
            random.nextInt(3),
            random.nextInt(3),
            random.nextInt(3));
  }

  private void push(int device, List<Edit> edits) {
    List<ItemAnswer> answers = devices.get(device).pushAll(edits.toArray(Edit[]::new));
    sent.get(device).addAll(edits);
    for (ItemAnswer answer : answers) {
      note(device, answer);
    }
  }

  private void note(int device, ItemAnswer answer) {
    ConflictAnswer conflict = answer.conflict();
    Integer version = answer.version();
    if (answer.status() == SyncStatus.CONFLICT && conflict != null && version != null) {
      conflicts.add(new Open(device, conflict.conflictId(), version));
    }
  }

  private void repeat(int device) {
    List<Edit> earlier = sent.get(device);
    if (!earlier.isEmpty()) {
      Edit edit = earlier.get(random.nextInt(earlier.size()));
      push(device, List.of(random.nextInt(4) == 0 ? edit.at(99) : edit));
    }
  }

  private void settle() {
    if (conflicts.isEmpty()) {
      return;
    }
    Open open = conflicts.get(random.nextInt(conflicts.size()));
    int by = random.nextBoolean() ? open.device() : random.nextInt(devices.size());
    Resolution resolution = Resolution.values()[random.nextInt(3)];
    int version = open.version() + random.nextInt(2);
    String data = resolution == Resolution.MERGE ? data() : null;
    note(by, devices.get(by).resolve(play.newMutationId(), open.id(), resolution, version, data));
  }

  private void changeMembers() {
    switch (random.nextInt(3)) {
      case 0 -> play.admit(play.team(), "ben", Role.VIEWER);
      case 1 -> play.admit(play.team(), "ben", Role.EDITOR);
      default -> {
        play.dismiss(play.team(), "ben");
        devices.get(1).pull(3);
        play.admit(play.team(), "ben", Role.EDITOR);
      }
    }
  }
}
