package org.tidemark.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.client.conflict.Conflicts;
import org.tidemark.client.outbox.Outbox;

/** The command line is one more application: it knows no more of the client than others may. */
class CliArchitectureTest {

  private static final String CLIENT = "org.tidemark.client.";

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.tidemark.cli");

  private static final ArchRule PUBLIC_API_ONLY =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              CLIENT + "store..",
              CLIENT + "ledger..",
              CLIENT + "engine..",
              CLIENT + "retry..",
              CLIENT + "report..",
              CLIENT + "log..",
              CLIENT + "transport.http..")
          .because("what a terminal can do, every application can");

  private static final ArchRule LISTS_BY_PAGES =
      noClasses()
          .should()
          .callMethod(Conflicts.class, "open")
          .orShould()
          .callMethod(Outbox.class, "parked")
          .orShould()
          .callMethod(Outbox.class, "pending")
          .because("a hundred thousand of them do not fit into memory");

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of(PUBLIC_API_ONLY, "UsesTables"), Arguments.of(LISTS_BY_PAGES, "ReadsAll"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("rules")
  void rule_holds_andIsBrokenByItsFixture(ArchRule rule, String fixture)
      throws ClassNotFoundException {
    rule.check(MAIN);
    Class<?> breaking = Class.forName("org.tidemark.cli.architecture.fixture." + fixture);
    JavaClasses broken = new ClassFileImporter().importClasses(breaking);
    assertThatThrownBy(() -> rule.check(broken))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(fixture);
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching("org.tidemark.cli.(*)..").should().beFreeOfCycles().check(MAIN);
  }
}
