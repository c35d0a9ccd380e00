package org.tidemark.client.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ports at the edges, pure decisions in the middle, one direction of dependencies. */
class ClientArchitectureTest {

  private static final String CLIENT = "org.tidemark.client.";
  private static final String FIXTURES = CLIENT + "architecture.fixture..";

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.tidemark.client");

  private static final ArchRule FEW_DEPENDENCIES =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideOutsideOfPackages(
                      "org.tidemark.client..",
                      "org.tidemark.core..",
                      "java..",
                      "javax.net.ssl..",
                      "com.fasterxml.jackson.core..",
                      "org.jspecify..")
                  .or(resideInAnyPackage("java.net.http..")))
          .because("Android has no more");

  private static final ArchRule ONE_CLOCK =
      noClasses()
          .that()
          .resideOutsideOfPackages(CLIENT + "environment..", CLIENT + "ledger..")
          .should()
          .callMethodWhere(named("now|currentTimeMillis|nanoTime|random|randomUUID"))
          .because("a simulation hands in time and randomness");

  private static final ArchRule PURE =
      noClasses()
          .that()
          .resideInAnyPackage(
              CLIENT + "replica..", CLIENT + "retry..", CLIENT + "transfer..", FIXTURES)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "java.sql..",
                  "java.io..",
                  "java.nio..",
                  "java.net..",
                  "java.util.concurrent..",
                  CLIENT + "store..",
                  CLIENT + "ledger.."))
          .because("decisions are values and functions");

  private static final ArchRule SQL_IN_THE_STORE =
      noClasses()
          .that()
          .resideOutsideOfPackages(CLIENT + "store..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.sql..")
                  .and(
                      DescribedPredicate.describe(
                          "are not SQLException",
                          type -> !type.getSimpleName().equals("SQLException"))))
          .because("one package knows the tables");

  private static DescribedPredicate<JavaMethodCall> named(String regex) {
    return DescribedPredicate.describe(
        "method " + regex,
        call ->
            call.getTarget().getName().matches(regex)
                && call.getTarget().getOwner().getPackageName().startsWith("java."));
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of(FEW_DEPENDENCIES, "UsesNewHttp"),
        Arguments.of(ONE_CLOCK, "CallsSystemClock"),
        Arguments.of(PURE, "UsesDatabase"),
        Arguments.of(SQL_IN_THE_STORE, "UsesDatabase"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("rules")
  void rule_holdsForTheClient_andIsBrokenByItsFixture(ArchRule rule, String fixture)
      throws ClassNotFoundException {
    assertThat(MAIN).isNotEmpty();
    rule.check(MAIN);
    Class<?> breaking = Class.forName(CLIENT + "architecture.fixture." + fixture);
    JavaClasses broken = new ClassFileImporter().importClasses(breaking);
    assertThatThrownBy(() -> rule.check(broken))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(fixture);
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching("org.tidemark.client.(*)..").should().beFreeOfCycles().check(MAIN);
  }
}
