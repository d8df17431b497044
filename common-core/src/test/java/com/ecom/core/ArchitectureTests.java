package com.ecom.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.ecom.core", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    /** What every message looks like is the only thing that the others share. */
    @ArchTest
    static final ArchRule thePackagesDoNotKnowEachOther = slices().matching("com.ecom.core.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    DescribedPredicate.alwaysTrue(),
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage("com.ecom.core.envelope"));

    @ArchTest
    static final ArchRule knowsNoBusinessNoun =
            noClasses().should().haveNameMatching("(?i).*\\.[A-Za-z]*(order|product|cart|user|payment|stock)[A-Za-z]*");

    @ArchTest
    static final ArchRule namesSayWhatAThingDoes =
            noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|DTO|Mapper)");
}
