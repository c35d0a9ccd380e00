package org.tidemark.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/**
 * The application knows no more of the client than others may, but for the way to the server that
 * it switches.
 */
class AppArchitectureTest {

  private static final String CLIENT = "org.tidemark.client.";

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.tidemark.app");

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
              CLIENT + "log..")
          .because("what this application can do, every other can");

  @Test
  void theClient_isUsedByItsApi_andTheFixtureBreaksThat() throws ClassNotFoundException {
    PUBLIC_API_ONLY.check(MAIN);
    Class<?> breaking = Class.forName("org.tidemark.app.architecture.fixture.UsesTables");
    JavaClasses broken = new ClassFileImporter().importClasses(breaking);
    assertThatThrownBy(() -> PUBLIC_API_ONLY.check(broken))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("UsesTables");
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching("org.tidemark.app.(*)..").should().beFreeOfCycles().check(MAIN);
  }
}
