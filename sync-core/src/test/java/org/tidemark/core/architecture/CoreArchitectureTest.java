package org.tidemark.core.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
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

/** The core decides and never acts: each rule holds for it, and is broken by a fixture. */
class CoreArchitectureTest {

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.tidemark.core");

  private static final ArchRule FEW_DEPENDENCIES =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideOutsideOfPackages(
                  "org.tidemark.core..",
                  "java..",
                  "com.fasterxml.jackson.core..",
                  "org.jspecify.."))
          .because("the core runs in a server, on a phone and in a test alike");

  private static final ArchRule NO_CLOCK =
      noClasses()
          .should()
          .callMethodWhere(nameOfTarget("now|currentTimeMillis|nanoTime"))
          .orShould()
          .dependOnClassesThat(nameMatching("java\\.time\\.Clock|java\\.util\\.Date"))
          .because("time is handed in");

  private static final ArchRule NO_RANDOMNESS =
      noClasses()
          .should()
          .callMethodWhere(nameOfTarget("randomUUID|random"))
          .orShould()
          .dependOnClassesThat(nameMatching("java\\..*Random.*"))
          .because("the same inputs give the same verdict");

  private static final ArchRule NO_IO =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "java.io..",
                      "java.nio.file..",
                      "java.nio.channels..",
                      "java.net..",
                      "java.sql..",
                      "javax..")
                  .and(not(nameMatching("java\\.io\\.(IOException|Serializable)"))))
          .because("shells read and write, the core decides");

  private static final ArchRule NO_THREADS =
      noClasses()
          .should()
          .dependOnClassesThat(nameMatching("java\\.lang\\.(Thread|ThreadLocal|Process.*)"))
          .orShould()
          .dependOnClassesThat(resideInAnyPackage("java.util.concurrent.."))
          .because("the core is called, it does not run");

  private static DescribedPredicate<JavaMethodCall> nameOfTarget(String regex) {
    return DescribedPredicate.describe(
        "method " + regex, call -> call.getTarget().getName().matches(regex));
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of(FEW_DEPENDENCIES, "DependsOnTests"),
        Arguments.of(NO_CLOCK, "ReadsClock"),
        Arguments.of(NO_CLOCK, "ReadsInstantNow"),
        Arguments.of(NO_RANDOMNESS, "ThrowsDice"),
        Arguments.of(NO_RANDOMNESS, "UsesRandom"),
        Arguments.of(NO_IO, "ReadsFile"),
        Arguments.of(NO_THREADS, "StartsThread"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("rules")
  void rule_holdsForTheCore_andIsBrokenByItsFixture(ArchRule rule, String fixture)
      throws ClassNotFoundException {
    assertThat(CORE).isNotEmpty();
    rule.check(CORE);
    Class<?> breaking = Class.forName("org.tidemark.core.architecture.fixture." + fixture);
    JavaClasses broken = new ClassFileImporter().importClasses(breaking);
    assertThatThrownBy(() -> rule.check(broken))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(fixture);
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching("org.tidemark.core.(*)..").should().beFreeOfCycles().check(CORE);
  }
}
