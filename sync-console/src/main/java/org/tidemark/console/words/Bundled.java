package org.tidemark.console.words;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.tidemark.core.sentence.Phrase;
import org.tidemark.core.sentence.Sentence;
import org.tidemark.core.sentence.Tongue;

/** Says the core's phrases in the language of a bundle. */
record Bundled(ResourceBundle bundle, Locale locale) implements Tongue {

  @Override
  public String say(Phrase phrase, List<String> parts) {
    return new MessageFormat(bundle.getString(phrase.key()), locale).format(parts.toArray());
  }

  /** The sentence with a capital, as it stands by itself. */
  String begin(Sentence sentence) {
    String said = sentence.in(this);
    int first = said.offsetByCodePoints(0, said.isEmpty() ? 0 : 1);
    return said.substring(0, first).toUpperCase(locale) + said.substring(first);
  }
}
