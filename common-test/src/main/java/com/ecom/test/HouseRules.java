package com.ecom.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the house, for every service: {@code ArchTests.in(HouseRules.class)}. */
public final class HouseRules {

    private static final int MOST_CLASSES_OF_A_PACKAGE = 30;
    private static final int MOST_COLLABORATORS = 5;

    /** An allow-list, so that a misspelt package makes the rule fail rather than pass unread. */
    @ArchTest
    static final ArchRule theModelKnowsOnlyItself = classes()
            .that()
            .resideInAPackage("com.ecom.*.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "com.ecom.*.model..", "com.ecom.core.outbox", "com.ecom.core.money", "java..", "org.jspecify..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theModelTakesTheTimeAsAnArgument = noClasses()
            .that()
            .resideInAPackage("com.ecom.*.model..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packagesHaveNoCycle =
            slices().matching("com.ecom.(*).(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    /** What a package keeps to itself can be changed by reading that package alone. */
    @ArchTest
    static void onlyTheModelAndWhatAnotherPackageUsesIsPublic(JavaClasses classes) {
        assertThat(classes)
                .filteredOn(JavaClass::isTopLevelClass)
                .filteredOn(it -> it.getModifiers().contains(JavaModifier.PUBLIC))
                .filteredOn(it ->
                        !isTheApplication().test(it) && !it.getPackageName().matches(".*\\.model(\\..*)?"))
                .allMatch(it -> hasPublicConstants(it) || isUsedElsewhere(it, classes), "used by another package");
    }

    @ArchTest
    static void noPackageIsOverfull(JavaClasses classes) {
        var sizes = classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(groupingBy(JavaClass::getPackageName, counting()));

        assertThat(sizes)
                .allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(MOST_CLASSES_OF_A_PACKAGE));
    }

    /** Settings, clocks and what frameworks bring are none. */
    @ArchTest
    static void componentsHaveFewCollaborators(JavaClasses classes) {
        assertThat(classes)
                .filteredOn(
                        it -> it.isMetaAnnotatedWith(Component.class) && !it.isMetaAnnotatedWith(Configuration.class))
                .flatExtracting(JavaClass::getConstructors)
                .allSatisfy(it -> assertThat(it.getRawParameterTypes().stream()
                                .filter(type -> type.getPackageName().startsWith("com.ecom."))
                                .filter(type -> !type.isAnnotatedWith(ConfigurationProperties.class)))
                        .as(it.getFullName())
                        .hasSizeLessThanOrEqualTo(MOST_COLLABORATORS));
    }

    @ArchTest
    static final ArchRule namesSayWhatAThingDoes =
            noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|DTO|Mapper)");

    /** Names that an engineer who knows Spring, Kafka and Stripe would not guess; wish lists are lists of wishes. */
    @ArchTest
    static final ArchRule namesAreTheFieldsWords = noClasses()
            .should()
            .haveNameMatching(
                    ".*\\.\\w*(Wish(?!list)|Told|Asked|News|Patience|Desk|Outward|Hearing|Whoever|Nobody)\\w*");

    @ArchTest
    static final ArchRule nobodySendsPastTheOutbox = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.kafka..", "org.apache.kafka..");

    /** Such a stream keeps its connection until somebody closes it, which nobody does. */
    @ArchTest
    static final ArchRule noQueryEndsInAStream = noClasses()
            .should()
            .callMethod("org.springframework.jdbc.core.simple.JdbcClient$MappedQuerySpec", "stream");

    /** A timestamp would be read in the time zone of the connection; {@code Utc} knows which one columns have. */
    @ArchTest
    static final ArchRule timesInColumnsAreReadInOneWay =
            noClasses().should().callMethod(ResultSet.class, "getTimestamp", String.class);

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes().should(beInANullMarkedPackage());

    /** Controllers know the use cases, and not the other way round. */
    @ArchTest
    static final ArchRule onlyControllersKnowControllers = noClasses()
            .that()
            .haveNameNotMatching(".*Controller(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("com\\.ecom\\..*Controller(\\$.*)?");

    /** A schedule that calls a transactional method of its own object would run without the transaction. */
    @ArchTest
    static final ArchRule schedulesAreNotTransactionsThemselves = methods()
            .that()
            .areAnnotatedWith(Scheduled.class)
            .should()
            .notBeAnnotatedWith(Transactional.class)
            .allowEmptyShould(true);

    /** {@code @Size} counts units of UTF-16, so that 200 emoji would be 400; people, JSON Schema and MySQL count characters. */
    @ArchTest
    static void lengthsOfTextsAreCountedInCharacters(JavaClasses classes) {
        var fields = classes.stream()
                .flatMap(it -> it.getFields().stream())
                .filter(it -> it.isAnnotatedWith(Size.class) && it.getRawType().isAssignableTo(CharSequence.class))
                .map(JavaField::getFullName);
        var parameters = classes.stream()
                .flatMap(it -> it.getCodeUnits().stream())
                .flatMap(it -> it.getParameters().stream())
                .filter(it -> it.isAnnotatedWith(Size.class) && it.getRawType().isAssignableTo(CharSequence.class))
                .map(JavaParameter::getDescription);

        assertThat(Stream.concat(fields, parameters))
                .as("texts with @Size instead of @Characters")
                .isEmpty();
    }

    private HouseRules() {}

    private static boolean isUsedElsewhere(JavaClass type, JavaClasses classes) {
        return classes.stream()
                .filter(it -> it.equals(type) || it.getName().startsWith(type.getName() + "$"))
                .flatMap(it -> it.getDirectDependenciesToSelf().stream())
                .anyMatch(it -> !it.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    /** The compiler copies constants, so that no dependency is left to see. */
    private static boolean hasPublicConstants(JavaClass type) {
        return type.getFields().stream()
                .anyMatch(it -> it.getModifiers()
                        .containsAll(EnumSet.of(JavaModifier.PUBLIC, JavaModifier.STATIC, JavaModifier.FINAL)));
    }

    private static DescribedPredicate<JavaClass> isTheApplication() {
        return DescribedPredicate.describe("the application", it -> it.isAnnotatedWith(SpringBootApplication.class));
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, marked, type.getName() + " is in a package without @NullMarked"));
            }
        };
    }
}
