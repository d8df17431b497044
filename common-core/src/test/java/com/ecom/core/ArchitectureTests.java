package com.ecom.core;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.ecom.core", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    /** Envelope and service are what the others stand on; beyond that they do not know each other. */
    @ArchTest
    static final ArchRule thePackagesDoNotKnowEachOther = slices().matching("com.ecom.core.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAnyPackage("com.ecom.core.envelope", "com.ecom.core.service"));

    @ArchTest
    static final ArchRule whatTheOthersStandOnKnowsNoneOfThem = noClasses()
            .that()
            .resideInAnyPackage("com.ecom.core.envelope", "com.ecom.core.service")
            .should()
            .dependOnClassesThat(resideInAPackage("com.ecom.core..")
                    .and(not(resideInAnyPackage("com.ecom.core.envelope", "com.ecom.core.service"))));

    @ArchTest
    static final ArchRule knowsNoBusinessNoun =
            noClasses().should().haveNameMatching("(?i).*\\.[A-Za-z]*(order|product|cart|user|payment|stock)[A-Za-z]*");

    @ArchTest
    static final ArchRule namesSayWhatAThingDoes =
            noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|DTO|Mapper)");
}
