package com.ecom.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "com.ecom.core", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule eachPackageKnowsOnlyWhatItStandsOn = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("envelope")
            .definedBy("com.ecom.core.envelope")
            .layer("money")
            .definedBy("com.ecom.core.money")
            .layer("service")
            .definedBy("com.ecom.core.service")
            .layer("idempotency")
            .definedBy("com.ecom.core.idempotency")
            .layer("operating")
            .definedBy("com.ecom.core.operating")
            .layer("outbox")
            .definedBy("com.ecom.core.outbox")
            .layer("inbox")
            .definedBy("com.ecom.core.inbox")
            .layer("revocation")
            .definedBy("com.ecom.core.security.revocation")
            .whereLayer("envelope")
            .mayNotAccessAnyLayer()
            .whereLayer("money")
            .mayNotAccessAnyLayer()
            .whereLayer("service")
            .mayNotAccessAnyLayer()
            .layer("batching")
            .definedBy("com.ecom.core.batching")
            .whereLayer("batching")
            .mayOnlyAccessLayers("service")
            .whereLayer("idempotency")
            .mayOnlyAccessLayers("service")
            .whereLayer("operating")
            .mayOnlyAccessLayers("service", "idempotency")
            .whereLayer("outbox")
            .mayOnlyAccessLayers("envelope", "service", "batching", "idempotency", "operating")
            .layer("privacy")
            .definedBy("com.ecom.core.privacy")
            .whereLayer("privacy")
            .mayOnlyAccessLayers("envelope", "outbox", "inbox")
            .layer("republish")
            .definedBy("com.ecom.core.republish")
            .whereLayer("republish")
            .mayOnlyAccessLayers("service", "idempotency", "operating")
            .whereLayer("revocation")
            .mayOnlyAccessLayers("envelope")
            .whereLayer("inbox")
            .mayOnlyAccessLayers("envelope", "service", "batching", "idempotency", "operating");

    @ArchTest
    static final ArchRule knowsNoBusinessNoun =
            noClasses().should().haveNameMatching("(?i).*\\.[A-Za-z]*(order|product|cart|user|payment|stock)[A-Za-z]*");

    @ArchTest
    static final ArchRule namesSayWhatAThingDoes =
            noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|DTO|Mapper)");
}
