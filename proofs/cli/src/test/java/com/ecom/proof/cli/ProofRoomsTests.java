package com.ecom.proof.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.proof.Effort;
import com.ecom.proof.planted.PlantedProof;
import com.ecom.simulation.SagaProof;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** All modules of the proofs together, with those of their classes that live in the packages of what they try. */
@AnalyzeClasses(
        packages = "com.ecom",
        importOptions = {ImportOption.DoNotIncludeTests.class, ProofRoomsTests.OnlyProofs.class})
class ProofRoomsTests {

    private static final int MOST_CLASSES_OF_A_PACKAGE = 30;

    @ArchTest
    static final ArchRule packagesHaveNoCycle =
            slices().matching("com.ecom.(**)").should().beFreeOfCycles();

    @ArchTest
    static void noPackageIsOverfull(JavaClasses classes) {
        var sizes = classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(groupingBy(JavaClass::getPackageName, counting()));

        assertThat(sizes)
                .allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(MOST_CLASSES_OF_A_PACKAGE));
    }

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsAllProofs = noClasses()
            .that()
            .resideOutsideOfPackage("com.ecom.proof.cli")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.ecom.proof.cli");

    @ArchTest
    static final ArchRule theSimulatorNeedsNoServer = noClasses()
            .that()
            .resideInAPackage("com.ecom.simulation")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.ecom.local..", "org.springframework..", "java.sql..", "java.net..");

    static final class OnlyProofs implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return Stream.of(Effort.class, SagaProof.class, PlantedProof.class, Proofs.class)
                    .map(it -> it.getProtectionDomain().getCodeSource().getLocation())
                    .anyMatch(it -> location.contains(it.getPath()));
        }
    }
}
