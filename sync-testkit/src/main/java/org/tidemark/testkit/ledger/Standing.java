package org.tidemark.testkit.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tidemark.client.outbox.OutboxItem;
import org.tidemark.client.record.RecordView;
import org.tidemark.client.undo.Snapshot;
import org.tidemark.client.upload.UploadItem;
import org.tidemark.core.record.ClientId;
import org.tidemark.core.record.RecordKey;
import org.tidemark.core.record.SpaceId;

/**
 * How a device stands when the world has come to rest.
 *
 * @param spaces those that its user may see now
 * @param told every conflict that it ever heard of and still knows
 */
public record Standing(
    int device,
    ClientId client,
    Set<SpaceId> spaces,
    Map<RecordKey, RecordView> records,
    List<OutboxItem> outbox,
    Map<String, RecordKey> openConflicts,
    Set<String> told,
    List<Snapshot> snapshots,
    List<UploadItem> uploads) {

  public Standing {
    spaces = Collections.unmodifiableSet(new TreeSet<>(spaces));
    records = Collections.unmodifiableMap(new TreeMap<>(records));
    outbox = Collections.unmodifiableList(new ArrayList<>(outbox));
    openConflicts = Collections.unmodifiableMap(new TreeMap<>(openConflicts));
    told = Collections.unmodifiableSet(new TreeSet<>(told));
    snapshots = Collections.unmodifiableList(new ArrayList<>(snapshots));
    uploads = Collections.unmodifiableList(new ArrayList<>(uploads));
  }
}
