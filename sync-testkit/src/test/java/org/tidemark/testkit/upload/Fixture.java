package org.tidemark.testkit.upload;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.client.settings.UploadSettings;
import org.tidemark.core.decide.Decider;
import org.tidemark.testkit.server.KeptReceipts;
import org.tidemark.testkit.server.MediaLimits;
import org.tidemark.testkit.server.ModelServer;
import org.tidemark.testkit.server.ModelSettings;
import org.tidemark.testkit.server.Policies;
import org.tidemark.testkit.server.Role;
import org.tidemark.testkit.server.StoredUpload;

/** One server and the phones of one user; files are cut into parts of ten bytes. */
final class Fixture implements AutoCloseable {
  static final long PART = 10;
  static final UploadSettings ONE_AT_ONCE = new UploadSettings(1, 10, 1_000, 10_000, 10);

  final Watch watch = new Watch();
  final ModelServer server;
  private final List<Phone> phones = new ArrayList<>();
  private final Path folder;
  private int conflicts;

  Fixture(Path folder) {
    this.folder = folder;
    this.server =
        new ModelServer(
            ModelSettings.USUAL,
            watch,
            new ModelServer.Parts(
                new KeptReceipts(), Decider::decide, Policies.demo(), () -> "c" + ++conflicts));
    server.admit(Phone.TEAM, "ana", Role.EDITOR);
    urlLife(Duration.ofMinutes(15));
  }

  void urlLife(Duration life) {
    server.media().limit(new MediaLimits(PART, life, Duration.ofHours(24), Duration.ofDays(7)));
  }

  Phone phone(String name) {
    return phone(name, ONE_AT_ONCE);
  }

  Phone phone(String name, UploadSettings uploads) {
    Phone phone = new Phone(name, server, watch, folder, uploads);
    phones.add(phone);
    return phone;
  }

  /** A phone that has a note on the server. */
  Phone phoneWithNote() {
    Phone phone = phone("phone");
    phone.note("n1", "{\"title\":\"t\"}");
    phone.sync();
    return phone;
  }

  /** The files on the server. */
  List<StoredUpload> media() {
    return server.media().uploads().stream().filter(StoredUpload::isMedia).toList();
  }

  /** The one file on the server, as text. */
  String onlyContent() {
    List<StoredUpload> all = media();
    if (all.size() != 1) {
      throw new AssertionError("expected one file and found " + all.size());
    }
    return new String(all.get(0).content(), StandardCharsets.UTF_8);
  }

  String onlyUrl() {
    return media().get(0).url();
  }

  @Override
  public void close() {
    phones.forEach(Phone::close);
  }
}
