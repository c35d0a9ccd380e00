package org.tidemark.console.spaces;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Address;
import org.tidemark.console.signin.SignedIn;
import org.tidemark.console.words.Words;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.server.failure.SyncException;
import org.tidemark.server.space.boundary.Invited;
import org.tidemark.server.space.boundary.MemberPage;
import org.tidemark.server.space.boundary.SpaceFacts;
import org.tidemark.server.space.boundary.SpaceReading;
import org.tidemark.server.space.boundary.Spaces;
import org.tidemark.server.space.control.SpaceRole;

/** One space: what it has, and its members, whom an administrator adds, changes and removes. */
@Named
@ViewScoped
public class SpaceDesk implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PAGE = 50;

  @Inject private SpaceReading reading;
  @Inject private Spaces spaces;
  @Inject private SignedIn signedIn;
  @Inject private Words words;

  private @Nullable String space;
  private @Nullable String after;
  private @Nullable SpaceFacts facts;
  private List<MemberRow> members = List.of();
  private @Nullable String next;
  private @Nullable String user;
  private String role = SpaceRole.EDITOR.name();
  private @Nullable String leaving;
  private @Nullable String problem;

  public void load() {
    facts = space == null ? null : reading.facts(signedIn.caller(), space).orElse(null);
    if (facts == null) {
      problem = words.of("noSuchSpace");
      return;
    }
    MemberPage page = reading.members(signedIn.caller(), facts.space(), after, PAGE);
    members = new ArrayList<>(page.members().stream().map(MemberRow::new).toList());
    next = page.next();
  }

  /** Makes the named user a member. */
  public @Nullable String invite() {
    return user == null ? null : become(user.strip(), role);
  }

  /** Gives a member the role that is chosen in the row. */
  public @Nullable String change(MemberRow row) {
    return become(row.getUser(), row.getRole());
  }

  private @Nullable String become(String member, String wanted) {
    return tried(
        name -> {
          Invited done = spaces.invite(signedIn.caller(), name, member, wanted);
          return leadingHere(
              here("became", member)
                  .with("role", wanted)
                  .with("was", done.before())
                  .with("unseen", done.seen() ? null : "yes"));
        });
  }

  /** Asks whether the member is really to go. */
  public void remove(MemberRow row) {
    problem = null;
    leaving = row.getUser();
  }

  public void keep() {
    problem = null;
    leaving = null;
  }

  /** Ends the membership that was asked about. */
  public @Nullable String confirm() {
    String member = leaving;
    leaving = null;
    return member == null
        ? null
        : tried(
            name -> {
              spaces.remove(signedIn.caller(), name, member);
              return leadingHere(here("left", member));
            });
  }

  private @Nullable String tried(Function<String, String> action) {
    problem = null;
    SpaceFacts known = facts;
    if (known == null) {
      return null;
    }
    try {
      return action.apply(known.space());
    } catch (SyncException refused) {
      problem = sentence(refused);
      return null;
    }
  }

  private String sentence(SyncException refused) {
    if (refused.fields().isEmpty()) {
      return words.of(refused);
    }
    FieldProblem first = refused.fields().get(0);
    return first.message().equals(Spaces.LAST_OWNER)
        ? words.of("lastOwner")
        : words.of("failure", first.path().substring(1)) + " " + first.message();
  }

  private Address here(String done, String member) {
    return new Address("/space.xhtml").with("space", space).with("after", after).with(done, member);
  }

  private static String leadingHere(Address address) {
    return address + "&faces-redirect=true";
  }

  public List<String> getRoles() {
    return Stream.of(SpaceRole.values()).map(Enum::name).toList();
  }

  /** Whether this person may change who is a member; a personal space has one for ever. */
  public boolean isManaged() {
    return facts != null && facts.personalOf() == null && signedIn.isAdmin();
  }

  /** The way to the first members; null: these are they. */
  public @Nullable String getFirstLink() {
    return after == null ? null : address().toString();
  }

  public @Nullable String getNextLink() {
    return next == null ? null : address().with("after", next).toString();
  }

  private Address address() {
    return new Address("space.xhtml").with("space", space);
  }

  public String getConflictsLink() {
    return new Address("queue.xhtml").with("space", space).toString();
  }

  public String getUploadsLink() {
    return new Address("media.xhtml").with("space", space).toString();
  }

  public String getTrailLink() {
    return new Address("audit.xhtml").with("space", space).toString();
  }

  public @Nullable SpaceFacts getFacts() {
    return facts;
  }

  public List<MemberRow> getMembers() {
    return members;
  }

  public @Nullable String getProblem() {
    return problem;
  }

  public @Nullable String getLeaving() {
    return leaving;
  }

  public @Nullable String getSpace() {
    return space;
  }

  public void setSpace(@Nullable String value) {
    space = value;
  }

  public @Nullable String getAfter() {
    return after;
  }

  public void setAfter(@Nullable String value) {
    after = value;
  }

  public @Nullable String getUser() {
    return user;
  }

  public void setUser(@Nullable String value) {
    user = value;
  }

  public String getRole() {
    return role;
  }

  public void setRole(String value) {
    role = value;
  }
}
