package org.tidemark.client.conflict;

import java.nio.file.Path;
import java.util.Objects;
import org.tidemark.client.fixture.Device;
import org.tidemark.client.fixture.Keys;
import org.tidemark.client.fixture.TestClock;
import org.tidemark.client.fixture.TestServer;
import org.tidemark.core.policy.Granularity;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.MergeStrategy;
import org.tidemark.core.record.EntityType;

/** Two devices, and notes that only a person may merge. */
final class Clash implements AutoCloseable {

  final TestClock clock = new TestClock();
  final TestServer server = new TestServer(clock);
  final Device phone;
  final Device laptop;

  Clash(Path folder) {
    server.policy(MergePolicy.of(new EntityType("note"), MergeStrategy.MANUAL, Granularity.RECORD));
    phone = new Device("phone", server, clock, folder);
    laptop = new Device("laptop", server, clock, folder);
  }

  /** Both edit the note n1; the phone comes second, and has both sides then. */
  ConflictView make() {
    phone.notes().put("n1", "{\"a\":1,\"b\":1}");
    phone.sync();
    laptop.sync();
    laptop.notes().put("n1", "{\"a\":2,\"b\":1}");
    laptop.sync();
    phone.notes().put("n1", "{\"a\":3,\"b\":7}");
    phone.sync();
    return phone.onlyConflict();
  }

  /** What the server has of the note; "null" where it is deleted. */
  String onServer() {
    return String.valueOf(Objects.requireNonNull(server.state(Keys.note("n1"))).data());
  }

  @Override
  public void close() {
    phone.close();
    laptop.close();
  }
}
