package org.tidemark.console.audit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.console.address.Parameters;
import org.tidemark.console.signin.SignedIn;
import org.tidemark.console.words.Words;
import org.tidemark.server.audit.boundary.AuditPage;
import org.tidemark.server.audit.boundary.AuditReading;
import org.tidemark.server.failure.SyncException;

/** A page of the audit trail. */
@Named
@RequestScoped
@SuppressWarnings("NullAway.Init")
public class Trail {
  private static final int PAGE = 50;

  @Inject private AuditReading reading;
  @Inject private SignedIn signedIn;
  @Inject private Words words;
  @Inject private Parameters parameters;

  private TrailInput input;
  private boolean first;
  private @Nullable String problem;
  private @Nullable String next;
  private List<Line> lines = List.of();

  @PostConstruct
  void load() {
    input = TrailInput.of(parameters).orChanges();
    String after = parameters.get("after");
    first = after == null;
    try {
      AuditPage page = reading.page(signedIn.caller(), input.filter(), after, PAGE);
      next = page.next();
      lines = page.entries().stream().map(entry -> Line.of(entry, words::named)).toList();
    } catch (TrailInput.WrongDays wrong) {
      problem = words.of(wrong.isAfterTheLast() ? "daysReversed" : "notADay", wrong.text());
    } catch (SyncException refused) {
      problem = words.of(refused);
    }
  }

  public TrailInput getInput() {
    return input;
  }

  /** The actions that have a word, by their words. */
  public SortedMap<String, String> getActions() {
    return words.all("action.");
  }

  public List<Line> getLines() {
    return lines;
  }

  public @Nullable String getProblem() {
    return problem;
  }

  /** The way to the newest entries; null: these are they. */
  public @Nullable String getNewestLink() {
    return first ? null : input.address("audit.xhtml").toString();
  }

  public @Nullable String getOlderLink() {
    return next == null ? null : input.address("audit.xhtml").with("after", next).toString();
  }

  public String getCsvLink() {
    return input.address("audit.csv").toString();
  }

  public String getJsonLink() {
    return input.address("audit.json").toString();
  }
}
