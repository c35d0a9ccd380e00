package org.tidemark.console.words;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import java.text.Collator;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tidemark.core.mutation.FieldProblem;
import org.tidemark.core.sentence.Sentence;
import org.tidemark.server.failure.SyncException;

/** Sentences in the language of the person who looks at the page. */
@RequestScoped
public class Words {
  private static final String BUNDLE = "org.tidemark.console.Words";

  /** The sentence of a key, its parts filled in. */
  public String of(String key, Object... parts) {
    return new MessageFormat(bundle().getString(key), locale()).format(parts);
  }

  /** A sentence of the core's. */
  public String of(Sentence sentence) {
    return new Bundled(bundle(), locale()).begin(sentence);
  }

  /** A sentence of the core's that goes on after the name of what it is about. */
  public String after(Sentence sentence) {
    return sentence.in(new Bundled(bundle(), locale()));
  }

  /** What went wrong, in words. */
  public String of(SyncException failure) {
    if (failure.code().equals("INVALID_REQUEST") && !failure.fields().isEmpty()) {
      return of("invalid", places(failure.fields()));
    }
    try {
      return of("failure." + failure.code());
    } catch (MissingResourceException noneOfOurs) {
      return of("failure", failure.sentence());
    }
  }

  private static String places(List<FieldProblem> problems) {
    return problems.stream()
        .map(each -> each.path().replaceFirst("^/", "") + " " + each.message())
        .collect(Collectors.joining("; "));
  }

  /** How long something has lasted, in its largest whole unit. */
  public String lasted(Duration duration) {
    if (duration.toDays() > 0) {
      return of("days", duration.toDays());
    }
    return duration.toHours() > 0
        ? of("hours", duration.toHours())
        : of("minutes", Math.max(0, duration.toMinutes()));
  }

  /** The word for something that others name; their own name where there is no word for it. */
  public String named(String prefix, String name) {
    String key = prefix + name;
    return has(key) ? bundle().getString(key) : name;
  }

  /** Whether there is a sentence of that key. */
  public boolean has(String key) {
    return bundle().containsKey(key);
  }

  /** The names that have a word, by their words. */
  public SortedMap<String, String> all(String prefix) {
    ResourceBundle bundle = bundle();
    SortedMap<String, String> names = new TreeMap<>(Collator.getInstance(locale()));
    for (String key : bundle.keySet()) {
      if (key.startsWith(prefix)) {
        names.put(bundle.getString(key), key.substring(prefix.length()));
      }
    }
    return names;
  }

  /** The language of the person who looks at the page. */
  public Locale language() {
    return locale();
  }

  private static ResourceBundle bundle() {
    return ResourceBundle.getBundle(BUNDLE, locale());
  }

  private static Locale locale() {
    return FacesContext.getCurrentInstance().getViewRoot().getLocale();
  }
}
