package org.tidemark.console.words;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.tidemark.server.failure.SyncException;

/** Sentences in the language of the person who looks at the page. */
@RequestScoped
public class Words {
  private static final String BUNDLE = "org.tidemark.console.Words";

  /** The sentence of a key, its parts filled in. */
  public String of(String key, Object... parts) {
    return new MessageFormat(bundle().getString(key), locale()).format(parts);
  }

  /** What went wrong, in words. */
  public String of(SyncException failure) {
    try {
      return of("failure." + failure.code());
    } catch (MissingResourceException noneOfOurs) {
      return of("failure", failure.sentence());
    }
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

  private static ResourceBundle bundle() {
    return ResourceBundle.getBundle(BUNDLE, locale());
  }

  private static Locale locale() {
    return FacesContext.getCurrentInstance().getViewRoot().getLocale();
  }
}
