package org.tidemark.core.sentence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A phrase with its parts. A part is a text, a number, another sentence, or a list of them, which
 * is said with semicolons.
 */
public record Sentence(Phrase phrase, List<Object> parts) {

  public Sentence {
    parts = Collections.unmodifiableList(new ArrayList<>(parts));
  }

  public static Sentence of(Phrase phrase, Object... parts) {
    return new Sentence(phrase, Arrays.asList(parts));
  }

  public String in(Tongue tongue) {
    List<String> said = new ArrayList<>(parts.size());
    for (Object part : parts) {
      said.add(said(part, tongue));
    }
    return tongue.say(phrase, said);
  }

  private static String said(Object part, Tongue tongue) {
    if (part instanceof Sentence sentence) {
      return sentence.in(tongue);
    }
    if (part instanceof List<?> list) {
      StringBuilder all = new StringBuilder();
      for (Object each : list) {
        all.append(all.length() == 0 ? "" : "; ").append(said(each, tongue));
      }
      return all.toString();
    }
    return String.valueOf(part);
  }

  /** The sentence in English, as it goes over the wire and is stored. */
  public String english() {
    return in((phrase, said) -> fill(phrase.english(), said));
  }

  private static String fill(String words, List<String> parts) {
    StringBuilder filled = new StringBuilder(words.length() + 32);
    int end = 0;
    for (int at = words.indexOf('{'); at >= 0; at = words.indexOf('{', end)) {
      filled.append(words, end, at).append(parts.get(words.charAt(at + 1) - '0'));
      end = at + "{0}".length();
    }
    return filled.append(words, end, words.length()).toString();
  }
}
