package com.ecom.proof.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.ecom.proof.Effort;
import com.ecom.proof.planted.PlantedProof;
import com.ecom.simulation.SagaProof;
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

    @ArchTest
    static final ArchRule packagesHaveNoCycle =
            slices().matching("com.ecom.(**)").should().beFreeOfCycles();

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
