package vn.trienkhai;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;

class CodingRulesTests {

    @AnalyzeClasses(packages = "vn.trienkhai", importOptions = DoNotIncludeTests.class)
    static class Program {

        @ArchTest
        static final ArchRule writesToTheLogOnly = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

        @ArchTest
        static final ArchRule injectsThroughConstructors = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

        @ArchTest
        static final ArchRule onlyAFewPlacesKnowTheEngine = noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Process")
                .and()
                .haveSimpleNameNotEndingWith("Delegates")
                .and()
                .resideInAnyPackage(
                        "..calendar..",
                        "..audit..",
                        "..attachment..",
                        "..organisation..",
                        "..plan..",
                        "..assignment..",
                        "..notification..",
                        "..document..",
                        "..content..",
                        "..inspection..",
                        "..reporting..")
                .and()
                .areTopLevelClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .because("the engine can be changed where it is named; see docs/decisions");

        @ArchTest
        static final ArchRule timeComesFromTheClock = noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .because("tests move the clock, and every node lives in Vietnamese time");

        @ArchTest
        static final ArchRule namesComeFromTheDomain = noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Dto");
    }

    @AnalyzeClasses(packages = "vn.trienkhai", importOptions = OnlyIncludeTests.class)
    static class Tests {

        @ArchTest
        static final ArchRule assertsWithAssertJ =
                noClasses().should().dependOnClassesThat().haveFullyQualifiedName("org.junit.jupiter.api.Assertions");

        @ArchTest
        static final ArchRule doesNotSleep = noClasses().should().callMethod(Thread.class, "sleep", long.class);
    }
}
