package org.tidemark.cli.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

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

  @Test
  void theClient_isUsedByItsApi_andTheFixtureBreaksThat() throws ClassNotFoundException {
    PUBLIC_API_ONLY.check(MAIN);
    Class<?> breaking = Class.forName("org.tidemark.cli.architecture.fixture.UsesTables");
    JavaClasses broken = new ClassFileImporter().importClasses(breaking);
    assertThatThrownBy(() -> PUBLIC_API_ONLY.check(broken))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("UsesTables");
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching("org.tidemark.cli.(*)..").should().beFreeOfCycles().check(MAIN);
  }
}
