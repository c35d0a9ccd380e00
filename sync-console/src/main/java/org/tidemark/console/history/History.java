package org.tidemark.console.history;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Address;
import org.tidemark.console.address.Parameters;
import org.tidemark.console.signin.SignedIn;
import org.tidemark.console.words.Words;
import org.tidemark.server.failure.SyncException;
import org.tidemark.server.record.boundary.Records;
import org.tidemark.server.record.boundary.RevisionView;
import org.tidemark.server.review.boundary.RecordConflict;
import org.tidemark.server.review.boundary.ReviewQueue;

/** A page of the history of a record, newest version first. */
@Named
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class History {
  private static final int MOST = 51;

  /** Fewer characters than this are surely fewer bytes than the boundary gives at once. */
  private static final int SURELY_WHOLE = 1 << 20;

  @Inject private Records records;
  @Inject private ReviewQueue queue;
  @Inject private SignedIn signedIn;
  @Inject private Words words;
  @Inject private Parameters parameters;

  private String space;
  private String type;
  private String id;
  private boolean first;
  private boolean more;
  private @Nullable String problem;
  private List<Version> versions = List.of();
  private List<RecordConflict> conflicts = List.of();

  @PostConstruct
  void load() {
    space = given("space");
    type = given("type");
    id = given("id");
    String after = parameters.get("after");
    first = after == null;
    try {
      List<RevisionView> found = records.revisions(signedIn.caller(), space, type, id, MOST, after);
      if (found.isEmpty()) {
        problem = words.of(first ? "noSuchRecord" : "noOlderVersion");
      }
      show(found);
      conflicts = first ? queue.ofRecord(space, type, id) : List.of();
    } catch (SyncException refused) {
      problem =
          refused.code().equals("INVALID_REQUEST") ? words.of("noSuchRecord") : words.of(refused);
    }
  }

  /** The last of a full page waits for the next one, where the version before it is known. */
  private void show(List<RevisionView> found) {
    long length =
        found.stream()
            .mapToLong(each -> each.data() == null ? 0 : each.data().text().length())
            .sum();
    List<Version> all = Version.of(found);
    more = found.size() == MOST || length > SURELY_WHOLE;
    int shown = more ? lastState(all) : 0;
    versions = shown > 0 ? all.subList(0, shown) : all;
  }

  /** The first version has none before it. */
  private static int lastState(List<Version> all) {
    for (int i = all.size() - 1; i > 0; i--) {
      if (!all.get(i).lost()) {
        return all.get(i).number() > 1 ? i : 0;
      }
    }
    return 0;
  }

  private String given(String name) {
    String value = parameters.get(name);
    return value == null ? "" : value;
  }

  public List<Version> getVersions() {
    return versions;
  }

  /** The newest conflicts of the record; empty on all pages but the first. */
  public List<RecordConflict> getConflicts() {
    return conflicts;
  }

  public String conflictLink(RecordConflict conflict) {
    return new Address("conflict.xhtml").with("id", conflict.conflictId()).toString();
  }

  /** What was decided, in words. */
  public String decision(RecordConflict conflict) {
    String resolution = conflict.resolution();
    return resolution == null
        ? words.of("history.conflict." + conflict.status())
        : words.named("review.took.", resolution);
  }

  /** The way to the newest versions; null: these are they. */
  public @Nullable String getNewestLink() {
    return first ? null : address().toString();
  }

  public @Nullable String getOlderLink() {
    return more
        ? address().with("after", versions.get(versions.size() - 1).place()).toString()
        : null;
  }

  /** Whether this person may take a version back: any that has data and is not the present one. */
  public boolean restorable(Version version) {
    boolean present = first && !versions.isEmpty() && versions.get(0) == version;
    return signedIn.isAdmin() && !version.deleted() && !present;
  }

  public String restoreLink(Version version) {
    return address("restore.xhtml").with("place", version.place()).toString();
  }

  /** The number of the version that was taken back just now; null: none was. */
  public @Nullable Integer getRestored() {
    String number = parameters.get("restored");
    return number != null && number.matches("[0-9]{1,9}") ? Integer.valueOf(number) : null;
  }

  private Address address() {
    return address("record.xhtml");
  }

  private Address address(String page) {
    return new Address(page).with("space", space).with("type", type).with("id", id);
  }

  /** The way to what the audit trail has on this record. */
  public String getTrailLink() {
    return new Address("audit.xhtml")
        .with("space", space)
        .with("type", type)
        .with("record", id)
        .toString();
  }

  public String getSpace() {
    return space;
  }

  public String getType() {
    return type;
  }

  public String getId() {
    return id;
  }

  public @Nullable String getProblem() {
    return problem;
  }
}
