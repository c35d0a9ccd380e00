package org.tidemark.console.bulk;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Address;
import org.tidemark.console.address.Parameters;
import org.tidemark.console.signin.SignedIn;
import org.tidemark.console.words.Words;
import org.tidemark.server.bulk.boundary.BulkEffect;
import org.tidemark.server.bulk.boundary.BulkItem;
import org.tidemark.server.bulk.boundary.BulkJob;
import org.tidemark.server.bulk.boundary.BulkJobs;
import org.tidemark.server.bulk.boundary.BulkSample;
import org.tidemark.server.bulk.boundary.BulkState;
import org.tidemark.server.bulk.boundary.ItemState;

/** One bulk job: what it would do, does, or has done. */
@Named
@RequestScoped
public class BulkPage {
  private static final int PAGE = 50;

  @Inject private BulkJobs jobs;
  @Inject private SignedIn signedIn;
  @Inject private Words words;
  @Inject private Parameters parameters;

  private @Nullable BulkJob job;
  private @Nullable ItemState shown;
  private List<BulkItem> items = List.of();
  private List<Sample> samples = List.of();
  private Map<BulkEffect, Integer> effects = Map.of();
  private boolean more;
  private @Nullable String problem;

  /**
   * A record of the dry run, with what would change in it.
   *
   * @param revives whether the server has deleted the record, which would come back
   * @param changes whether the record would change at all
   * @param drops whether something that the device has done would be dropped
   * @param dropsDeletion whether that is the deletion of the record
   * @param overwritten how many fields would lose what the server has taken since
   */
  public record Sample(
      BulkItem item,
      List<SampleField> fields,
      boolean deletes,
      boolean revives,
      boolean changes,
      boolean drops,
      boolean dropsDeletion,
      int overwritten) {}

  /** How many records would become so. */
  public record Effect(BulkEffect effect, int count) {}

  /** How many items are in a state. */
  public record Part(ItemState state, int count) {}

  @PostConstruct
  void load() {
    String id = parameters.get("id");
    job = id == null ? null : jobs.get(signedIn.caller(), id).orElse(null);
    BulkJob known = job;
    if (known == null) {
      problem = words.of("bulk.noSuchJob");
      return;
    }
    String refused = parameters.get("refused");
    if (refused != null) {
      problem = words.named("failure.", refused);
    }
    shown = state(parameters.get("state"));
    List<BulkItem> found = jobs.items(known.id(), shown, after(), PAGE + 1);
    more = found.size() > PAGE;
    items = more ? found.subList(0, PAGE) : found;
    if (known.state() == BulkState.READY) {
      effects = jobs.effects(known);
      samples = jobs.samples(known).stream().map(BulkPage::sample).toList();
    }
  }

  private static Sample sample(BulkSample sample) {
    List<SampleField> fields = SampleField.of(sample);
    boolean dropsDeletion = sample.device() == null && sample.after() != null;
    boolean deletes = sample.before() != null && sample.after() == null;
    return new Sample(
        sample.item(),
        fields,
        deletes,
        sample.before() == null && sample.after() != null,
        deletes || SampleField.anyChanged(fields),
        dropsDeletion || SampleField.anyDropped(fields),
        dropsDeletion,
        SampleField.overwritten(fields));
  }

  private static @Nullable ItemState state(@Nullable String name) {
    return Stream.of(ItemState.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private int after() {
    String place = parameters.get("after");
    return place != null && place.matches("[0-9]{1,6}") ? Integer.parseInt(place) : 0;
  }

  /** The states that items are in, with their numbers. */
  public List<Part> getParts() {
    BulkJob known = job;
    return known == null
        ? List.of()
        : Stream.of(ItemState.values())
            .filter(each -> known.count(each) > 0)
            .map(each -> new Part(each, known.count(each)))
            .toList();
  }

  /** What would become of the records by the dry run. */
  public List<Effect> getEffects() {
    return Stream.of(BulkEffect.values())
        .filter(effects::containsKey)
        .map(effect -> new Effect(effect, effects.getOrDefault(effect, 0)))
        .toList();
  }

  /** The words for what would become of records. */
  public String word(Effect effect) {
    return words.of("bulk.becomes." + effect.effect(), effect.count());
  }

  /** The words for what became of items in a state, or would. */
  public String word(ItemState state, int count) {
    String name = state.name();
    if (state == ItemState.FIT && job != null && !isDry()) {
      name = job.state() == BulkState.RUNNING ? "NOT_YET" : "LEFT";
    }
    boolean many = count > 1 && (name.equals("FIT") || name.equals("UNDONE"));
    return words.of((many ? "bulk.items." : "bulk.item.") + name);
  }

  /** What the state of the job means for who looks at it. */
  public String getAbout() {
    BulkJob known = job;
    if (known == null) {
      return "";
    }
    int kept = known.count(ItemState.KEPT);
    if (known.state() == BulkState.STOPPED && kept + known.count(ItemState.UNDONE) > 0) {
      return words.of("bulk.about.STOPPED_UNDOING");
    }
    if (known.state() != BulkState.UNDONE || kept == 0) {
      return words.named("bulk.about.", known.state().name());
    }
    boolean anyUndone = known.count(ItemState.UNDONE) > 0;
    return words.of(anyUndone ? "bulk.about.UNDONE_BUT" : "bulk.about.UNDONE_NONE", kept);
  }

  /** Whether nothing has been done yet. */
  public boolean isDry() {
    return job != null && (job.state() == BulkState.CHECKING || job.state() == BulkState.READY);
  }

  /** The words for the state that the items shown are in; null: they are in any. */
  public @Nullable String getShownWord() {
    return shown == null ? null : word(shown, job == null ? 0 : job.count(shown));
  }

  /** Why an item is as it is; empty where there is nothing to say. */
  public String reason(BulkItem item) {
    String reason = item.reason();
    return reason == null ? "" : words.named("bulk.reason.", reason);
  }

  public String link(BulkItem item) {
    return new Address("conflict.xhtml").with("id", item.conflictId()).toString();
  }

  public String link(ItemState state) {
    return address(state) + "#items";
  }

  /** The way to all items, whatever became of them. */
  public String getAllLink() {
    return address(null) + "#items";
  }

  public @Nullable String getNextLink() {
    return more
        ? address(shown).with("after", String.valueOf(items.get(items.size() - 1).ord())) + "#items"
        : null;
  }

  public @Nullable String getFirstLink() {
    return after() == 0 ? null : address(shown) + "#items";
  }

  private Address address(@Nullable ItemState state) {
    return new Address("bulk.xhtml")
        .with("id", job == null ? null : job.id())
        .with("state", state == null ? null : state.name());
  }

  public @Nullable BulkJob getJob() {
    return job;
  }

  public String getConfirmText() {
    return words.of("bulk.confirm", getFit());
  }

  public String getUndoText() {
    return words.of("bulk.undo", job == null ? 0 : job.count(ItemState.SETTLED));
  }

  /** How many a dry run has found that would be settled. */
  public int getFit() {
    return job == null ? 0 : job.count(ItemState.FIT);
  }

  public boolean isUnderWay() {
    return job != null && job.state().isUnderWay();
  }

  public @Nullable String getProblem() {
    return problem;
  }

  public @Nullable ItemState getShown() {
    return shown;
  }

  public List<BulkItem> getItems() {
    return items;
  }

  public List<Sample> getSamples() {
    return samples;
  }
}
