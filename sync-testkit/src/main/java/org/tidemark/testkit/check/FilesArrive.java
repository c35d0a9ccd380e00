package org.tidemark.testkit.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.client.transfer.UploadState;
import org.tidemark.client.upload.UploadItem;
import org.tidemark.core.json.Document;
import org.tidemark.core.record.RecordKey;
import org.tidemark.testkit.ledger.Evidence;
import org.tidemark.testkit.ledger.Happening;
import org.tidemark.testkit.ledger.Standing;
import org.tidemark.testkit.server.StoredRecord;
import org.tidemark.testkit.server.StoredUpload;
import org.tidemark.testkit.world.Catalogue;
import org.tidemark.testkit.world.VirtualTime;

/**
 * Every file that nobody gave up is on the server as it was, once, and its record names it; or it
 * shows what it waits for.
 *
 * <p>Where a record is overwritten, deleted or settled by people, its file goes the way of all that
 * was in it; that the address is not lost without a trace is another check's matter.
 */
final class FilesArrive implements Check {
  /** Types that keep a field which only one side has. */
  private static final Set<String> MERGED = Set.of("comment_thread", "counter", "gauge");

  @Override
  public String name() {
    return "files arrive";
  }

  @Override
  public Verdict judge(Evidence evidence) {
    List<String> findings = new ArrayList<>();
    Untroubled untroubled = new Untroubled(evidence);
    Set<String> givenUp = new HashSet<>();
    for (Happening.FileGivenUp gone : evidence.ledger().all(Happening.FileGivenUp.class)) {
      givenUp.add(gone.uploadId());
    }
    Map<Integer, Standing> devices = new HashMap<>();
    evidence.devices().forEach(device -> devices.put(device.device(), device));
    int looked = 0;
    for (Happening.FileAdded added : evidence.ledger().all(Happening.FileAdded.class)) {
      Standing device = devices.get(added.device());
      if (!givenUp.contains(added.uploadId()) && device != null) {
        looked++;
        UploadItem item = find(device, added.uploadId());
        String wrong =
            item == null
                ? "is not known any more"
                : item.state() == UploadState.DONE
                    ? arrived(evidence, added, item, untroubled.holds(added.key()))
                    : waits(item);
        if (wrong != null) {
          findings.add("%s of %s %s: %s".formatted(added.uploadId(), added.key(), wrong, item));
        }
      }
      once(evidence, added, findings);
    }
    return new Verdict(findings, looked);
  }

  private static @Nullable UploadItem find(Standing device, String id) {
    return device.uploads().stream().filter(item -> item.id().equals(id)).findFirst().orElse(null);
  }

  private static @Nullable String waits(UploadItem item) {
    return item.problem() == null && item.state() != UploadState.PAUSED
        ? "waits for nothing that it tells"
        : null;
  }

  private static @Nullable String arrived(
      Evidence evidence, Happening.FileAdded added, UploadItem item, boolean untroubled) {
    StoredUpload stored = evidence.server().media().at(String.valueOf(item.url())).orElse(null);
    if (stored == null || !stored.request().sha256().equals(added.sha256())) {
      return "is not the file on the server";
    }
    RecordKey key = added.key();
    boolean keeps =
        MERGED.contains(key.type().value())
            && key.id().equals(Catalogue.PURE)
            && hasEveryBase(evidence);
    if (!untroubled || !keeps) {
      return null;
    }
    if (!stored.isMedia()) {
      return "was deleted by the server, and is named by its record";
    }
    return names(evidence, key, stored.url()) ? null : "is not named by its record";
  }

  /** Without its base a merge can't tell a field that is missing from one that was removed. */
  private static boolean hasEveryBase(Evidence evidence) {
    Instant oldest = evidence.now().minus(evidence.server().historyLife());
    return oldest.isBefore(VirtualTime.BEGINNING);
  }

  private static boolean names(Evidence evidence, RecordKey key, String url) {
    StoredRecord record = evidence.server().record(key).orElse(null);
    Document data = record == null ? null : record.state().data();
    return data != null && data.text().contains('"' + url + '"');
  }

  /** One file for one wish, with the bytes that were handed in. */
  private static void once(Evidence evidence, Happening.FileAdded added, List<String> findings) {
    int files = 0;
    for (StoredUpload stored : evidence.server().media().uploads()) {
      if (stored.isMedia() && stored.request().sha256().equals(added.sha256())) {
        files++;
        if (!stored.hasItsContent()) {
          findings.add(stored.id() + " has other bytes than were handed in");
        }
      }
    }
    if (files > 1) {
      findings.add(added.uploadId() + " is on the server " + files + " times");
    }
  }
}
