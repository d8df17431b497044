package com.ecom.user;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.test.HouseRules;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.EnumSet;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Instead of {@code onlyTheModelIsPublic}, which {@code archunit_ignore_patterns.txt} lifts for this service, a room
 * may make public what another room uses, and nothing else.
 */
@AnalyzeClasses(packages = "com.ecom.user", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    private static final int MOST_CLASSES_OF_A_ROOM = 30;

    @ArchTest
    static final ArchTests houseRules = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule roomsHaveNoCycle =
            slices().matching("com.ecom.user.(*)..").should().beFreeOfCycles();

    @ArchTest
    static void aRoomShowsOnlyWhatAnotherRoomUses(JavaClasses classes) {
        assertThat(classes)
                .filteredOn(JavaClass::isTopLevelClass)
                .filteredOn(it -> it.getModifiers().contains(PUBLIC))
                .filteredOn(it -> !it.isAnnotatedWith(SpringBootApplication.class))
                .allMatch(it -> hasPublicConstants(it) || isUsedByAnotherRoom(it, classes));
    }

    @ArchTest
    static void noRoomIsOverfull(JavaClasses classes) {
        var sizes = classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(groupingBy(JavaClass::getPackageName, counting()));

        assertThat(sizes)
                .allSatisfy((room, size) -> assertThat(size).as(room).isLessThanOrEqualTo(MOST_CLASSES_OF_A_ROOM));
    }

    private static boolean isUsedByAnotherRoom(JavaClass type, JavaClasses classes) {
        return classes.stream()
                .filter(it -> it.equals(type) || it.getName().startsWith(type.getName() + "$"))
                .flatMap(it -> it.getDirectDependenciesToSelf().stream())
                .anyMatch(it -> !it.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    /** The compiler copies constants, so that no dependency is left to see. */
    private static boolean hasPublicConstants(JavaClass type) {
        return type.getFields().stream()
                .anyMatch(it -> it.getModifiers().containsAll(EnumSet.of(PUBLIC, STATIC, FINAL)));
    }
}
