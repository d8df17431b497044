package com.ecom.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

@AnalyzeClasses(packages = ArchitectureTests.CORE, importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    static final String CORE = "com.ecom.core";

    /**
     * What each package stands on, whole: what is not written here is not known there, and nothing is written in vain.
     * Constants do not count, because compilers copy them.
     */
    private static final Map<String, Set<String>> STANDS_ON = Map.ofEntries(
            entry("address", Set.of()),
            entry("batching", Set.of("problems")),
            entry("deadletters", Set.of("fault", "idempotency", "jdbc", "lifecycle", "operating", "text", "web")),
            entry("envelope", Set.of()),
            entry("fault", Set.of()),
            entry("idempotency", Set.of("fault", "lifecycle", "problems", "security")),
            entry(
                    "inbox",
                    Set.of("deadletters", "envelope", "fault", "jdbc", "lifecycle", "operating", "problems", "web")),
            entry("jdbc", Set.of()),
            entry("lifecycle", Set.of("fault")),
            entry("money", Set.of()),
            entry("operating", Set.of("idempotency", "jdbc", "web")),
            entry("outboundhttp", Set.of()),
            entry(
                    "outbox",
                    Set.of("envelope", "fault", "idempotency", "jdbc", "lifecycle", "operating", "text", "web")),
            entry("privacy", Set.of("deadletters", "envelope", "inbox", "outbox")),
            entry("problems", Set.of()),
            entry("republish", Set.of("idempotency", "jdbc", "lifecycle", "operating", "text", "web")),
            entry("secrets", Set.of()),
            entry("security", Set.of("problems")),
            entry("security.revocation", Set.of("envelope")),
            entry("text", Set.of()),
            entry("tracing", Set.of()),
            entry("web", Set.of("lifecycle", "problems", "text", "tracing")));

    @ArchTest
    static void eachPackageKnowsOnlyWhatItStandsOn(JavaClasses classes) {
        var found = new TreeMap<String, Set<String>>();
        for (var each : classes) {
            var known = found.computeIfAbsent(room(each), _ -> new TreeSet<>());
            each.getDirectDependenciesFromSelf().stream()
                    .map(it -> it.getTargetClass().getBaseComponentType())
                    .filter(it -> it.getPackageName().startsWith(CORE + "."))
                    .map(ArchitectureTests::room)
                    .filter(it -> !it.equals(room(each)))
                    .forEach(known::add);
        }
        assertThat(found).isEqualTo(STANDS_ON);
    }

    private static String room(JavaClass type) {
        return type.getPackageName().substring(CORE.length() + 1);
    }

    @ArchTest
    static final ArchRule knowsNoBusinessNoun =
            noClasses().should().haveNameMatching("(?i).*\\.[A-Za-z]*(order|product|cart|user|payment|stock)[A-Za-z]*");

    @ArchTest
    static final ArchRule namesSayWhatAThingDoes =
            noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|DTO|Mapper)");
}
