package org.tidemark.client.conflict;

import org.tidemark.client.fixture.Device;

/** A clash of two devices over the note n1, of a type that only a person may merge. */
final class Clash {

  private Clash() {}

  /** Both edit the same note; the phone comes second, and has both sides then. */
  static ConflictView of(Device phone, Device laptop) {
    phone.notes().put("n1", "{\"a\":1,\"b\":1}");
    phone.sync();
    laptop.sync();
    laptop.notes().put("n1", "{\"a\":2,\"b\":1}");
    laptop.sync();
    phone.notes().put("n1", "{\"a\":3,\"b\":7}");
    phone.sync();
    return phone.onlyConflict();
  }
}
