package org.tidemark.console.policies;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.json.PrettyJson;
import org.tidemark.console.signin.SignedIn;
import org.tidemark.console.words.Words;
import org.tidemark.core.json.Document;
import org.tidemark.core.json.InvalidJson;
import org.tidemark.core.json.JsonObject;
import org.tidemark.core.json.JsonReader;
import org.tidemark.core.policy.PolicyMistake;
import org.tidemark.core.sentence.Sentence;
import org.tidemark.server.failure.SyncException;
import org.tidemark.server.policy.boundary.Policies;
import org.tidemark.server.policy.boundary.PolicyTrialRequest;
import org.tidemark.server.record.boundary.Records;
import org.tidemark.server.record.boundary.RevisionView;

/** Tries a draft out, on conflicts that there were or on data that is typed or fetched. */
@Named
@ViewScoped
public class PolicyTrialDesk implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LATEST = 10;

  /** When the server's side was edited; only which side was later counts. */
  private static final Instant SERVER_TIME = Instant.parse("2026-01-01T00:00:00Z");

  @Inject private PolicyEditor editor;
  @Inject private Policies policies;
  @Inject private Records records;
  @Inject private SignedIn signedIn;
  @Inject private Words words;

  private @Nullable String base;
  private @Nullable String server;
  private @Nullable String client;
  private boolean clientNewer = true;
  private @Nullable String space;
  private @Nullable String id;
  private @Nullable String problem;
  private @Nullable String note;
  private List<Tried> results = List.of();
  private int turn;

  /** What the draft would have made of the newest conflicts of its type. */
  public void onConflicts() {
    begin();
    Optional<JsonObject> draft = draft();
    if (draft.isEmpty()) {
      return;
    }
    results =
        policies.replay(signedIn.caller(), draft.get(), words.language()).stream()
            .map(replay -> Tried.of(replay, words))
            .toList();
    long settled = results.stream().filter(each -> !each.status().equals("CONFLICT")).count();
    note = words.of("triedOnConflicts", results.size(), settled);
  }

  /** What the draft would decide on what was typed. */
  public void onData() {
    begin();
    Optional<JsonObject> draft = draft();
    if (draft.isEmpty()) {
      return;
    }
    try {
      Duration later = Duration.ofMinutes(clientNewer ? 1 : -1);
      results =
          List.of(
              Tried.of(
                  policies.tryOut(
                      signedIn.caller(),
                      new PolicyTrialRequest(
                          draft.get(),
                          read(base, "base"),
                          read(server, "server"),
                          read(client, "clientSide"),
                          SERVER_TIME,
                          SERVER_TIME.plus(later)),
                      words.language()),
                  words));
    } catch (NotReadable unreadable) {
      problem = unreadable.in(words);
    } catch (SyncException refused) {
      Stream<String> places =
          refused.fields().stream().map(field -> field.path() + " " + field.message());
      problem = words.of(refused) + places.collect(Collectors.joining(", ", " ", ""));
    }
  }

  /** Fetches a record's state and the one before; of the sides that lost the newest one. */
  public void fetch() {
    begin();
    editor.reconsider();
    turn = editor.turn();
    String type = editor.getType();
    if (type == null || space == null || id == null) {
      problem = words.of("noSuchRecord");
      return;
    }
    try {
      List<RevisionView> states =
          records.revisions(signedIn.caller(), space, type, id, LATEST, null);
      List<RevisionView> chain = states.stream().filter(state -> !state.beside()).toList();
      if (chain.isEmpty()) {
        problem = words.of("noSuchRecord");
        return;
      }
      server = print(chain.get(0).data());
      base = chain.size() > 1 ? print(chain.get(1).data()) : server;
      client =
          states.stream()
              .filter(RevisionView::beside)
              .findFirst()
              .map(lost -> print(lost.data()))
              .orElse(server);
      note = words.of("recordFetched");
    } catch (SyncException refused) {
      problem = words.of(refused);
    }
  }

  private Optional<JsonObject> draft() {
    editor.reconsider();
    turn = editor.turn();
    return editor.sound();
  }

  private void begin() {
    problem = null;
    note = null;
    results = List.of();
  }

  /** A side; null where nothing is written: it is deleted or, for the base, not known. */
  private static @Nullable JsonObject read(@Nullable String text, String side) throws NotReadable {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      if (JsonReader.read(text) instanceof JsonObject object) {
        return object;
      }
      throw new NotReadable(side, Sentence.of(PolicyMistake.NO_OBJECT), "");
    } catch (InvalidJson e) {
      throw new NotReadable(side, e.mistake(), e.pointer());
    }
  }

  private static @Nullable String print(@Nullable Document data) {
    return data == null ? null : PrettyJson.print(data.json());
  }

  /** What is written for a side is no object. */
  private static final class NotReadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final String side;
    private final transient Sentence why;
    private final String place;

    NotReadable(String side, Sentence why, String place) {
      this.side = side;
      this.why = why;
      this.place = place;
    }

    String in(Words words) {
      return words.of("trialNotReadable", words.of(side), (place + " " + words.after(why)).strip());
    }
  }

  public @Nullable String getBase() {
    return base;
  }

  public void setBase(@Nullable String value) {
    base = value;
  }

  public @Nullable String getServer() {
    return server;
  }

  public void setServer(@Nullable String value) {
    server = value;
  }

  public @Nullable String getClient() {
    return client;
  }

  public void setClient(@Nullable String value) {
    client = value;
  }

  public boolean isClientNewer() {
    return clientNewer;
  }

  public void setClientNewer(boolean value) {
    clientNewer = value;
  }

  public @Nullable String getSpace() {
    return space;
  }

  public void setSpace(@Nullable String value) {
    space = value;
  }

  public @Nullable String getId() {
    return id;
  }

  public void setId(@Nullable String value) {
    id = value;
  }

  public @Nullable String getProblem() {
    return isOld() ? null : problem;
  }

  public @Nullable String getNote() {
    return isOld() ? null : note;
  }

  /** What was found out about the draft as it is, and nothing about one that was. */
  public List<Tried> getResults() {
    return isOld() ? List.of() : results;
  }

  private boolean isOld() {
    return turn != editor.turn();
  }

  /** Whether somebody has begun to try it on data. */
  public boolean isUsed() {
    return Stream.of(base, server, client, space, id).anyMatch(Objects::nonNull);
  }
}
