package com.ecom.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the house, for every service: {@code ArchTests.in(HouseRules.class)}. */
public final class HouseRules {

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
    static final ArchRule onlyTheModelIsPublic = classes()
            .that()
            .resideOutsideOfPackage("..model..")
            .and()
            .areTopLevelClasses()
            .and(DescribedPredicate.not(isTheApplication()))
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule namesSayWhatAThingDoes =
            noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|DTO|Mapper)");

    @ArchTest
    static final ArchRule nobodySendsPastTheOutbox = noClasses()
            .that()
            .resideOutsideOfPackage("com.ecom.product.publishing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.kafka..", "org.apache.kafka..");

    /** Such a stream keeps its connection until somebody closes it, which nobody does. */
    @ArchTest
    static final ArchRule noQueryEndsInAStream = noClasses()
            .should()
            .callMethod("org.springframework.jdbc.core.simple.JdbcClient$MappedQuerySpec", "stream");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes().should(beInANullMarkedPackage());

    /** A schedule that calls a transactional method of its own object would run without the transaction. */
    @ArchTest
    static final ArchRule schedulesAreNotTransactionsThemselves = methods()
            .that()
            .areAnnotatedWith(Scheduled.class)
            .should()
            .notBeAnnotatedWith(Transactional.class)
            .allowEmptyShould(true);

    private HouseRules() {}

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
