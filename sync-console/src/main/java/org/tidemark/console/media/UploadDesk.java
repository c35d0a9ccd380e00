package org.tidemark.console.media;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Address;
import org.tidemark.console.signin.SignedIn;
import org.tidemark.console.words.Words;
import org.tidemark.core.media.MediaState;
import org.tidemark.server.failure.SyncException;
import org.tidemark.server.media.boundary.MediaOversight;
import org.tidemark.server.media.boundary.UploadFilter;
import org.tidemark.server.media.boundary.UploadLine;
import org.tidemark.server.media.boundary.UploadPage;

/** A page of uploads by a filter that stands in the address; an administrator may end one. */
@Named
@ViewScoped
public class UploadDesk implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PAGE = 50;
  private static final Set<MediaState> UNDER_WAY =
      EnumSet.of(MediaState.CREATED, MediaState.UPLOADING, MediaState.COMPLETING);
  private static final Set<MediaState> FAILED =
      EnumSet.of(MediaState.ABORTED, MediaState.EXPIRED, MediaState.REJECTED);

  /** What the filter of states offers: two groups, then the states that an upload can be in. */
  private static final List<String> OFFERED =
      Stream.concat(Stream.of("UNDER_WAY", "FAILED"), UploadFilter.STATES.stream().map(Enum::name))
          .toList();

  @Inject private MediaOversight oversight;
  @Inject private SignedIn signedIn;
  @Inject private Words words;

  private @Nullable String state;
  private @Nullable String space;
  private @Nullable String user;
  private @Nullable String after;
  private List<UploadLine> rows = List.of();
  private @Nullable String next;
  private @Nullable UploadLine ending;
  private @Nullable String problem;

  public void load() {
    try {
      UploadPage page =
          oversight.uploads(
              signedIn.caller(),
              new UploadFilter(states(), known(space), known(user)),
              after,
              PAGE);
      rows = page.uploads();
      next = page.next();
    } catch (SyncException refused) {
      problem = words.of(refused);
    }
  }

  private Set<MediaState> states() {
    return switch (chosen()) {
      case "UNDER_WAY" -> UNDER_WAY;
      case "FAILED" -> FAILED;
      default -> EnumSet.of(MediaState.valueOf(chosen()));
    };
  }

  /** What makes no sense shows what is under way. */
  private String chosen() {
    return state != null && OFFERED.contains(state) ? state : "UNDER_WAY";
  }

  /** PostgreSQL knows no NUL; what stands for it is in no name, so it finds nothing. */
  private static @Nullable String known(@Nullable String name) {
    return name == null || name.isBlank() ? null : name.strip().replace('\0', '\uFFFD');
  }

  public boolean isUnderWay(UploadLine row) {
    return row.state().isLiveUpload();
  }

  /** Asks whether the upload is really to end. */
  public void end(UploadLine row) {
    ending = row;
  }

  public void keep() {
    ending = null;
  }

  /** Ends the upload that was asked about. */
  public @Nullable String confirm() {
    UploadLine row = ending;
    ending = null;
    if (row == null) {
      return null;
    }
    try {
      boolean isEnded = oversight.cancel(signedIn.caller(), row.id());
      return address().with(isEnded ? "ended" : "endedBefore", row.fileName())
          + "&faces-redirect=true";
    } catch (SyncException refused) {
      problem = words.of(refused);
      return null;
    }
  }

  private Address address() {
    return new Address("/media.xhtml").with("state", state).with("space", space).with("user", user);
  }

  /** The way to the newest; null: these are they. */
  public @Nullable String getNewestLink() {
    return after == null ? null : address().toString().substring(1);
  }

  public @Nullable String getOlderLink() {
    return next == null ? null : address().with("after", next).toString().substring(1);
  }

  public String spaceLink(UploadLine row) {
    return new Address("space.xhtml").with("space", row.space()).toString();
  }

  public List<String> getOffered() {
    return OFFERED;
  }

  public String getChosen() {
    return chosen();
  }

  public List<UploadLine> getRows() {
    return rows;
  }

  public @Nullable UploadLine getEnding() {
    return ending;
  }

  public @Nullable String getProblem() {
    return problem;
  }

  public @Nullable String getState() {
    return state;
  }

  public void setState(@Nullable String value) {
    state = value;
  }

  public @Nullable String getSpace() {
    return space;
  }

  public void setSpace(@Nullable String value) {
    space = value;
  }

  public @Nullable String getUser() {
    return user;
  }

  public void setUser(@Nullable String value) {
    user = value;
  }

  public @Nullable String getAfter() {
    return after;
  }

  public void setAfter(@Nullable String value) {
    after = value;
  }
}
