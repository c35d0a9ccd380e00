package org.tidemark.console.policies;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Address;
import org.tidemark.console.difference.Difference;
import org.tidemark.console.difference.Differences;
import org.tidemark.console.json.PrettyJson;
import org.tidemark.console.signin.SignedIn;
import org.tidemark.console.words.Words;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.json.JsonString;
import org.tidemark.core.policy.FieldRule;
import org.tidemark.core.policy.MergePolicy;
import org.tidemark.core.policy.OnDelete;
import org.tidemark.core.policy.PolicyMistake;
import org.tidemark.core.policy.PolicyProblem;
import org.tidemark.core.record.EntityType;
import org.tidemark.core.sentence.Sentence;
import org.tidemark.server.failure.SyncException;
import org.tidemark.server.policy.boundary.Policies;
import org.tidemark.server.policy.boundary.PolicyView;

/**
 * The policy of a type being edited, as a form or as JSON: change, look at what changes, save.
 *
 * <p>The draft lives as long as the page. Whatever stands against saving it, a mistake or somebody
 * who was quicker, leaves it as it is.
 */
@Named
@ViewScoped
public class PolicyEditor implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Policies policies;
  @Inject private SignedIn signedIn;
  @Inject private Words words;
  @Inject private PolicyPlaces places;

  private @Nullable String type;
  private @Nullable String restore;
  private @Nullable PolicyForm form;
  private boolean isText;
  private @Nullable String text;
  private @Nullable String spaces;

  /** The newest version that this person has seen; 0: there was none. */
  private int seen;

  /** Rises with everything that is done, so that what was found out before it is known as old. */
  private int turn;

  private @Nullable String before;
  private @Nullable String after;
  private List<Problem> problems = List.of();
  private @Nullable String problem;
  private @Nullable String note;

  public void load() {
    String wanted = type;
    if (wanted == null) {
      problem = words.of("noSuchPolicy");
      return;
    }
    try {
      List<PolicyView> versions = policies.history(signedIn.caller(), wanted);
      Optional<PolicyView> newest = versions.stream().findFirst();
      MergePolicy usual = MergePolicy.defaultFor(new EntityType(wanted));
      before = Definition.of(usual, null).canonicalText();
      newest.ifPresent(this::see);
      Optional<PolicyView> earlier =
          versions.stream().filter(view -> isVersion(view, restore)).findFirst();
      if (earlier.isPresent()) {
        draft(earlier.get().policy(), null);
        review();
        return;
      }
      draft(
          newest.map(PolicyView::policy).orElse(usual),
          newest.map(PolicyView::spaces).orElse(null));
      if (restore != null) {
        problem = words.of("noSuchVersion", restore);
      }
    } catch (SyncException refused) {
      problem = words.of(refused);
    }
  }

  private static boolean isVersion(PolicyView view, @Nullable String number) {
    return String.valueOf(view.policy().version()).equals(number);
  }

  private void see(PolicyView newest) {
    seen = newest.policy().version();
    before = Definition.of(newest).canonicalText();
  }

  private void draft(MergePolicy policy, @Nullable List<String> limitedTo) {
    form = new PolicyForm(policy);
    spaces = limitedTo == null ? null : String.join(", ", limitedTo);
  }

  /** Says whether the draft is sound, and keeps it. */
  public void check() {
    begin();
    if (sound().isPresent()) {
      note = words.of("policySound");
    }
  }

  /** Shows what saving would change. */
  public void review() {
    begin();
    Optional<JsonObject> draft = sound();
    if (draft.isEmpty()) {
      return;
    }
    String wanted = Definition.of(Definition.read(draft.get()), spaceNames()).canonicalText();
    if (seen > 0 && wanted.equals(before)) {
      note = words.of("nothingChanged");
    } else {
      after = wanted;
    }
  }

  /** Back to editing. */
  public void reconsider() {
    begin();
  }

  /** Puts the draft in force; stays where something stands against it. */
  public @Nullable String save() {
    Optional<JsonObject> draft = sound();
    if (draft.isEmpty()) {
      after = null;
      return null;
    }
    try {
      PolicyView saved = policies.saveAfter(signedIn.caller(), draft.get(), spaceNames(), seen);
      return new Address("/policy.xhtml")
              .with("type", type)
              .with("saved", String.valueOf(saved.policy().version()))
          + "&faces-redirect=true";
    } catch (SyncException refused) {
      standsAgainst(refused);
      return null;
    }
  }

  private void standsAgainst(SyncException refused) {
    if (refused.code().equals("POLICY_CHANGED") && type != null) {
      // What the other one saved is the version before now; the draft stays as it is.
      PolicyView newest = policies.history(signedIn.caller(), type).get(0);
      see(newest);
      note = words.of("policyOvertaken", newest.author(), seen);
      return;
    }
    after = null;
    problems = refused.fields().stream().map(f -> new Problem(f.path(), f.message())).toList();
    problem = words.of(refused);
  }

  private void begin() {
    turn++;
    problems = List.of();
    problem = null;
    note = null;
    after = null;
  }

  /** The draft where it is sound; empty: it is not, and the page says all that is wrong. */
  Optional<JsonObject> sound() {
    Draft draft = written();
    List<PolicyProblem> found = new ArrayList<>(draft.unreadable());
    if (draft.isReadable() || !draft.json().equals(JsonObject.EMPTY)) {
      found.addAll(policies.check(signedIn.caller(), draft.json(), spaceNames()));
    }
    if (found.isEmpty()) {
      return Optional.of(draft.json());
    }
    tell(found);
    return Optional.empty();
  }

  private void tell(List<PolicyProblem> found) {
    problems =
        found.stream().map(each -> new Problem(each.place(), words.after(each.mistake()))).toList();
    problem = words.of("failure.INVALID_POLICY");
  }

  private Draft written() {
    PolicyForm filled = form;
    if (!isText && filled != null) {
      return filled.draft();
    }
    try {
      if (JsonReader.read(text == null ? "" : text) instanceof JsonObject object) {
        JsonString own = new JsonString(type == null ? "" : type);
        boolean other = object.get("entityType") != null && !own.equals(object.get("entityType"));
        return new Draft(
            object.with("entityType", own).without("version"),
            other ? List.of(PolicyProblem.of("/entityType", DraftMistake.OTHER_TYPE)) : List.of());
      }
      return Draft.none("", Sentence.of(PolicyMistake.NO_OBJECT));
    } catch (InvalidJson e) {
      return Draft.none(e.pointer(), e.mistake());
    }
  }

  private @Nullable List<String> spaceNames() {
    return spaces == null || spaces.isBlank()
        ? null
        : Stream.of(spaces.split("[,\\s]+")).filter(name -> !name.isEmpty()).toList();
  }

  public void toText() {
    begin();
    Draft draft = written();
    if (!draft.isReadable()) {
      tell(draft.unreadable());
      return;
    }
    text = PrettyJson.print(draft.json());
    isText = true;
  }

  /** The form can show only what is sound. */
  public void toForm() {
    begin();
    sound()
        .ifPresent(
            draft -> {
              form = new PolicyForm(Definition.read(draft));
              isText = false;
            });
  }

  /** Makes the page as it was when a draft of it was kept, for the browser to fill in. */
  void makeRoom(int rules, boolean asText, int from) {
    begin();
    isText = asText;
    if (form != null) {
      form.makeRoom(rules);
    }
    if (from < seen) {
      note = words.of("drafts.newer", seen);
    }
  }

  public void addRule() {
    begin();
    if (form != null) {
      form.addRule();
    }
  }

  public void removeRule(FieldRow row) {
    begin();
    if (form != null) {
      form.removeRule(row);
    }
  }

  /** What is wrong at a place or within; null: nothing. */
  public @Nullable String problemAt(String place) {
    String all =
        problems.stream()
            .filter(each -> each.place().equals(place) || each.place().startsWith(place + "/"))
            .map(
                each ->
                    each.place().equals(place)
                        ? each.message()
                        : each.place() + " " + each.message())
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? null : all;
  }

  public List<Difference> getChanges() {
    return after == null ? List.of() : places.named(Differences.betweenTexts(before, after));
  }

  public boolean isConfirming() {
    return after != null;
  }

  public List<String> getMediaFields() {
    return form == null || type == null ? List.of() : policies.mediaFields(type);
  }

  public String getVersionsLink() {
    return new Address("policyVersions.xhtml").with("type", type).toString();
  }

  public Way[] getWays() {
    return Way.values();
  }

  public OnDelete[] getDeletions() {
    return OnDelete.values();
  }

  public FieldRule[] getFieldRules() {
    return FieldRule.values();
  }

  public List<Problem> getProblems() {
    return problems.stream()
        .map(each -> new Problem(places.name(each.place()), each.message()))
        .toList();
  }

  public @Nullable String getProblem() {
    return problem;
  }

  public @Nullable String getNote() {
    return note;
  }

  int turn() {
    return turn;
  }

  public int getSeen() {
    return seen;
  }

  public boolean isText() {
    return isText;
  }

  public @Nullable PolicyForm getForm() {
    return form;
  }

  public @Nullable String getDraftText() {
    return text;
  }

  public void setDraftText(@Nullable String value) {
    text = value;
  }

  public @Nullable String getSpaces() {
    return spaces;
  }

  public void setSpaces(@Nullable String value) {
    spaces = value;
  }

  public @Nullable String getType() {
    return type;
  }

  public void setType(@Nullable String value) {
    type = value;
  }

  public @Nullable String getRestore() {
    return restore;
  }

  public void setRestore(@Nullable String value) {
    restore = value;
  }
}
