package org.tidemark.server.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.server.architecture.fixture.control.EjbOutsideBoundary;
import org.tidemark.server.architecture.fixture.control.EntityOutsideEntity;
import org.tidemark.server.architecture.fixture.control.ReadsTheClock;
import org.tidemark.server.architecture.fixture.entity.EntityThatActs;

/** The rules of the server's layout, each with a fixture that breaks it. */
class ArchitectureTest {
  private static final JavaClasses SERVER =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.tidemark.server");

  private static final ArchRule EJBS_ARE_BOUNDARIES =
      classes().that().areAnnotatedWith(Stateless.class).should().resideInAPackage("..boundary");

  private static final ArchRule ENTITIES_HAVE_A_HOME =
      classes().that().areAnnotatedWith(Entity.class).should().resideInAPackage("..entity");

  private static final ArchRule ENTITIES_ONLY_HOLD =
      noClasses()
          .that()
          .resideInAPackage("..entity")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..control", "..boundary", "org.tidemark.core..");

  private static final ArchRule TIME_IS_HANDED_IN =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of("EJBs are boundaries", EJBS_ARE_BOUNDARIES, EjbOutsideBoundary.class),
        Arguments.of("entities have a home", ENTITIES_HAVE_A_HOME, EntityOutsideEntity.class),
        Arguments.of("entities only hold", ENTITIES_ONLY_HOLD, EntityThatActs.class),
        Arguments.of("time is handed in", TIME_IS_HANDED_IN, ReadsTheClock.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void server_keepsTheRule(String name, ArchRule rule, Class<?> fixture) {
    rule.check(SERVER);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void fixture_breaksTheRule(String name, ArchRule rule, Class<?> fixture) {
    JavaClasses broken = new ClassFileImporter().importClasses(fixture);
    assertThat(rule.evaluate(broken).hasViolation()).isTrue();
  }
}
