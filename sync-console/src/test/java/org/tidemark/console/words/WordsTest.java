package org.tidemark.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final ResourceBundle ENGLISH = bundle(Locale.ROOT);
  private static final ResourceBundle GERMAN = bundle(Locale.GERMAN);

  static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "org.tidemark.console.Words",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  @Test
  void germanWords_areThoseOfTheEnglishKeys() {
    assertThat(GERMAN.getLocale()).isEqualTo(Locale.GERMAN);
    assertThat(GERMAN.keySet()).isEqualTo(ENGLISH.keySet());
    assertThat(GERMAN.keySet())
        .as("own words for each")
        .allMatch(key -> GERMAN.getObject(key) != ENGLISH.getObject(key));
  }

  @Test
  void sentencesWithParts_haveTheSamePartsInBothLanguages() {
    for (String key : ENGLISH.keySet()) {
      assertThat(parts(GERMAN.getString(key))).as(key).isEqualTo(parts(ENGLISH.getString(key)));
    }
  }

  private static int parts(String sentence) {
    return sentence.contains("{0") ? new MessageFormat(sentence).getFormats().length : 0;
  }

  @Test
  void bulkTakenBackInPart_countsWhatStaysSettled() {
    String key = "bulk.about.UNDONE_BUT";
    MessageFormat english = new MessageFormat(ENGLISH.getString(key), Locale.ENGLISH);
    assertThat(english.format(new Object[] {1}))
        .endsWith("wait again, but for 1 that has moved on since and stays settled.");
    assertThat(english.format(new Object[] {2}))
        .endsWith("wait again, but for 2 that have moved on since and stay settled.");
    MessageFormat german = new MessageFormat(GERMAN.getString(key), Locale.GERMAN);
    assertThat(german.format(new Object[] {1}))
        .endsWith("bis auf 1, der sich seither geändert hat und entschieden bleibt.");
    assertThat(german.format(new Object[] {2}))
        .endsWith("bis auf 2, die sich seither geändert haben und entschieden bleiben.");
  }

  @Test
  void count_isWordedForNoneOneAndMany() {
    MessageFormat waiting = new MessageFormat(ENGLISH.getString("waiting"), Locale.ENGLISH);
    assertThat(waiting.format(new Object[] {0})).isEqualTo("No conflict waits");
    assertThat(waiting.format(new Object[] {1})).isEqualTo("1 conflict waits");
    assertThat(waiting.format(new Object[] {4013})).isEqualTo("4,013 conflicts wait");
  }
}
