package org.tidemark.console.words;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.core.decide.Reason;
import org.tidemark.core.merge.Trouble;
import org.tidemark.core.policy.PolicyMistake;
import org.tidemark.core.sentence.Phrase;
import org.tidemark.core.sentence.Sentence;

/**
 * Every phrase, of the core and the console, found in the classes, can be said in both languages.
 */
class PhrasesTest {
  private static final ResourceBundle ENGLISH = WordsTest.bundle(Locale.ROOT);
  private static final ResourceBundle GERMAN = WordsTest.bundle(Locale.GERMAN);
  private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

  private static final List<Phrase> PHRASES =
      new ClassFileImporter()
          .importPackages("org.tidemark.core", "org.tidemark.console").stream()
              .filter(each -> each.isAssignableTo(Phrase.class) && !each.isInterface())
              .map(JavaClass::reflect)
              .flatMap(each -> Arrays.stream((Phrase[]) each.getEnumConstants()))
              .toList();

  static List<Phrase> phrases() {
    return PHRASES;
  }

  @Test
  void phrases_found_areAllOfTheKindsThatThereAre() {
    assertThat(phrases())
        .contains(Reason.values())
        .contains(Trouble.values())
        .contains(PolicyMistake.values());
    assertThat(phrases()).extracting(Phrase::key).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void phrase_inEnglish_isTheCoresOwn(Phrase phrase) {
    Sentence sentence = new Sentence(phrase, parts(phrase));
    assertThat(sentence.in(new Bundled(ENGLISH, Locale.ENGLISH))).isEqualTo(sentence.english());
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void phrase_inGerman_hasTheSamePartsAndOtherWords(Phrase phrase) {
    String german = new Sentence(phrase, parts(phrase)).in(new Bundled(GERMAN, Locale.GERMAN));
    assertThat(places(GERMAN.getString(phrase.key()))).isEqualTo(places(phrase.english()));
    assertThat(parts(phrase)).allSatisfy(part -> assertThat(german).contains(part.toString()));
    if (PLACE.matcher(phrase.english()).replaceAll("").matches(".*[a-z].*")) {
      assertThat(german).isNotEqualTo(new Sentence(phrase, parts(phrase)).english());
    }
  }

  /** Texts with what a format could take for its own, and a number that it could group. */
  private static List<Object> parts(Phrase phrase) {
    return IntStream.range(0, places(phrase.english()).size())
        .<Object>mapToObj(i -> i == 0 ? 12345 : "{" + i + "} it''s 'x" + i)
        .toList();
  }

  private static Set<String> places(String words) {
    return PLACE
        .matcher(words)
        .results()
        .map(place -> place.group())
        .collect(toCollection(TreeSet::new));
  }

  @Test
  void sentence_withSentencesInIt_isSaidInOneLanguage() {
    Sentence fields =
        Sentence.of(
            Reason.UNSETTLED,
            List.of(
                Sentence.of(Reason.FIELD_UNSETTLED, "/a", Sentence.of(Trouble.BOTH_CHANGED)),
                Sentence.of(Reason.FIELD_UNSETTLED, "/b", Sentence.of(Trouble.NO_ARRAY))));
    Sentence why = Sentence.of(Reason.DIVERGED, "bill", 3, "SERVER_MERGE", fields);

    assertThat(new Bundled(GERMAN, Locale.GERMAN).begin(why))
        .isEqualTo(
            "Beide Seiten haben den Eintrag geändert, und das Regelwerk von bill (Version 3) ist"
                + " SERVER_MERGE: Feld /a ist nicht entschieden: beide Seiten haben es geändert;"
                + " Feld /b ist nicht entschieden: eine Seite ist keine Liste, die sich"
                + " zusammenführen lässt.");
    assertThat(new Bundled(ENGLISH, Locale.ENGLISH).begin(why))
        .startsWith("Both sides changed the record")
        .endsWith("field /b is not settled: one side is not an array to merge.");
  }
}
